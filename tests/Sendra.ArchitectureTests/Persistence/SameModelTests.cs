using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Sendra.Infrastructure.Persistence.Databases;

namespace Sendra.ArchitectureTests.Persistence;

/// <summary>Three databases, one model; and the migrations make just that.</summary>
internal sealed partial class SameModelTests
{
    [TestCase(DatabaseProvider.PostgreSql)]
    [TestCase(DatabaseProvider.SqlServer)]
    public void All_databases_have_the_same_tables_columns_keys_and_indexes(DatabaseProvider provider)
    {
        var expected = Describe(DatabaseProvider.Sqlite);

        expected.Should().Contain(line => line.StartsWith("contacts.email ", StringComparison.Ordinal));
        Describe(provider).Should().BeEquivalentTo(expected);
    }

    [TestCaseSource(typeof(Models), nameof(Models.Providers))]
    public void Migrations_are_up_to_date(DatabaseProvider provider)
    {
        using var db = Models.Open(provider);

        db.Database.GetMigrations().Should().NotBeEmpty();
        db.Database.HasPendingModelChanges().Should().BeFalse("build/add-migration.sh makes what is missing");
    }

    private static string[] Describe(DatabaseProvider provider) =>
        [.. Models.Of(provider).GetRelationalModel().Tables.SelectMany(Describe)];

    private static IEnumerable<string> Describe(ITable table) =>
    [
        .. table.Columns.Select(column => $"{table.Name}.{column.Name} null:{column.IsNullable} length:{LengthOf(column)}"),
        $"{table.Name} key {ColumnsOf(table.PrimaryKey!.Columns)}",
        .. table.ForeignKeyConstraints.Select(key =>
            $"{table.Name} {key.Name} {ColumnsOf(key.Columns)} to {key.PrincipalTable.Name} {ColumnsOf(key.PrincipalColumns)} {key.OnDeleteAction}"),
        .. table.Indexes.Select(index =>
            $"{table.Name} {index.Name} {ColumnsOf(index.Columns)} unique:{index.IsUnique} where:{OwnFilter(index)}"),
    ];

    private static string ColumnsOf(IEnumerable<IColumn> columns) => string.Join(", ", columns.Select(column => column.Name));

    // An id is sixteen bytes where the database has no type for it.
    private static int? LengthOf(IColumn column) =>
        column.PropertyMappings[0].Property is var property && (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) is var type
            && type != typeof(Guid) && !type.IsAssignableTo(typeof(IId))
            ? property.GetMaxLength()
            : null;

    // SQL Server takes null for a value that must be unique too, so EF leaves nulls out of its unique indexes.
    private static string OwnFilter(ITableIndex index) =>
        index.Filter is { } filter && !LeavesNullsOut().IsMatch(filter) ? filter : "";

    [GeneratedRegex(@"^\[\w+\] IS NOT NULL( AND \[\w+\] IS NOT NULL)*$")]
    private static partial Regex LeavesNullsOut();
}
