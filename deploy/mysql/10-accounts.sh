#!/bin/bash
# Runs once, on an empty data folder: one database and one account per service, each limited to its own.
set -euo pipefail
mysql --user=root --password="$MYSQL_ROOT_PASSWORD" <<SQL
create database registration character set utf8mb4 collate utf8mb4_bin;
create database tax character set utf8mb4 collate utf8mb4_bin;
create database exchange character set utf8mb4 collate utf8mb4_bin;
create database credit character set utf8mb4 collate utf8mb4_bin;
create user 'registration'@'%' identified by '$REGISTRATION_DB_PASSWORD';
create user 'tax'@'%' identified by '$TAX_DB_PASSWORD';
create user 'exchange'@'%' identified by '$EXCHANGE_DB_PASSWORD';
create user 'credit'@'%' identified by '$CREDIT_DB_PASSWORD';
grant all on registration.* to 'registration'@'%';
grant all on tax.* to 'tax'@'%';
grant all on exchange.* to 'exchange'@'%';
grant all on credit.* to 'credit'@'%';
SQL
