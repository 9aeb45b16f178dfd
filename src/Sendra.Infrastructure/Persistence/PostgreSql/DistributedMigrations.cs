using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.Internal;
using Npgsql.EntityFrameworkCore.PostgreSQL.Migrations;

namespace Sendra.Infrastructure.Persistence.PostgreSql;

/// <summary>
/// Migrations on Citus. A new table is on one server at first, and can't point to one that is on several: its foreign keys are left to
/// <see cref="DistributedTables"/>, which spreads it.
/// </summary>
#pragma warning disable EF1001 // What its base class asks for.
internal sealed class DistributedMigrations(MigrationsSqlGeneratorDependencies dependencies, INpgsqlSingletonOptions options)
    : NpgsqlMigrationsSqlGenerator(dependencies, options)
#pragma warning restore EF1001
{
    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        operation.ForeignKeys.Clear();
        base.Generate(operation, model, builder, terminate);
    }

    protected override void Generate(AddForeignKeyOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        // It is made once its table is where it belongs.
    }

    // It may not have been made yet.
    protected override void Generate(DropForeignKeyOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        builder.Append($"ALTER TABLE {operation.Table} DROP CONSTRAINT IF EXISTS \"{operation.Name}\"");
        if (terminate)
        {
            builder.AppendLine(";");
            EndStatement(builder);
        }
    }
}
