using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Sendra.ArchitectureTests.TransactSql;
using Sendra.Infrastructure.Persistence.Databases;

namespace Sendra.ArchitectureTests.Persistence;

/// <summary>Names need no quotes on any database, since tools and hand-written SQL don't always put them.</summary>
internal sealed partial class NamingTests
{
    [TestCaseSource(typeof(Models), nameof(Models.Providers))]
    public void Names_are_snake_case(DatabaseProvider provider) =>
        NamesIn(provider).Where(name => !SnakeCase().IsMatch(name)).Should().BeEmpty();

    [Test]
    public void No_name_is_a_keyword_of_SQL_Server()
    {
        TSql.IsKeyword("user").Should().BeTrue("the test would see nothing otherwise");

        NamesIn(DatabaseProvider.SqlServer).Where(TSql.IsKeyword).Should().BeEmpty();
    }

    // The provider has PostgreSQL's own list, and quotes what is on it.
    [Test]
    public void No_name_is_a_keyword_of_PostgreSQL()
    {
        using var db = Models.Open(DatabaseProvider.PostgreSql);
        var helper = db.GetService<ISqlGenerationHelper>();
        helper.DelimitIdentifier("user").Should().Be("\"user\"", "the test would see nothing otherwise");

        NamesIn(DatabaseProvider.PostgreSql).Where(name => helper.DelimitIdentifier(name) != name).Should().BeEmpty();
    }

    private static string[] NamesIn(DatabaseProvider provider)
    {
        var tables = Models.Of(provider).GetRelationalModel().Tables.ToArray();
        tables.Should().Contain(table => table.Name == "contacts");
        return
        [
            .. tables.Select(table => table.Name)
                .Concat(tables.SelectMany(table => table.Columns.Select(column => column.Name)))
                .Concat(tables.SelectMany(table => table.Indexes.Select(index => index.Name)))
                .Distinct(),
        ];
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
    private static partial Regex SnakeCase();
}
