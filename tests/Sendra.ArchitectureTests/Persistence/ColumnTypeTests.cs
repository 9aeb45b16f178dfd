using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Sendra.Infrastructure.Persistence.Databases;
using Sendra.Infrastructure.Persistence.SqlServer;

namespace Sendra.ArchitectureTests.Persistence;

/// <summary>Values are stored so that all databases compare and sort them alike.</summary>
internal sealed class ColumnTypeTests
{
    private static readonly Type[] Times = [typeof(DateTimeOffset), typeof(DateTime), typeof(DateOnly), typeof(TimeOnly), typeof(TimeSpan)];
    private static readonly string[] TimeColumns = ["date", "time", "interval"];

    [TestCaseSource(typeof(Models), nameof(Models.Providers))]
    public void Times_are_numbers(DatabaseProvider provider)
    {
        var times = PropertiesOf(provider).Where(property => Times.Contains(Bare(property.ClrType))).ToArray();

        times.Should().NotBeEmpty();
        times.Where(time => Stored(time) != typeof(long)).Select(Models.ColumnOf).Should().BeEmpty();
    }

    [TestCaseSource(typeof(Models), nameof(Models.Providers))]
    public void No_column_has_a_type_for_times(DatabaseProvider provider) =>
        PropertiesOf(provider)
            .Where(property => TimeColumns.Any(word => property.GetColumnType().Contains(word, StringComparison.OrdinalIgnoreCase)))
            .Select(Models.ColumnOf)
            .Should().BeEmpty();

    [TestCaseSource(typeof(Models), nameof(Models.Providers))]
    public void E2_text_compares_by_code_points(DatabaseProvider provider)
    {
        var collation = provider switch
        {
            DatabaseProvider.SqlServer => SqlServerSendraDbContext.Collation,
            DatabaseProvider.PostgreSql => "C",
            _ => null, // SQLite compares bytes unless it is told otherwise.
        };
        var texts = PropertiesOf(provider).Where(IsCompared).ToArray();

        SqlServerSendraDbContext.Collation.Should().Be("Latin1_General_100_BIN2");
        texts.Should().NotBeEmpty();
        texts.Where(text => text.GetCollation() != collation).Select(Models.ColumnOf).Should().BeEmpty();
    }

    // EF supposes that SQL Server ignores the case of keys, and takes two rows for one.
    [TestCaseSource(typeof(Models), nameof(Models.Providers))]
    public void E2_text_compares_by_code_points_in_memory(DatabaseProvider provider) =>
        PropertiesOf(provider)
            .Where(property => property.ClrType == typeof(string))
            .Where(text => text.GetValueComparer().Equals("plan", "Plan") || text.GetKeyValueComparer().Equals("plan", "Plan")
                || text.GetProviderValueComparer().Equals("plan", "Plan"))
            .Select(Models.ColumnOf)
            .Should().BeEmpty();

    // EF writes a MERGE for several rows whose ids the database makes. Data-protection keys come one at a time.
    [TestCaseSource(typeof(Models), nameof(Models.Providers))]
    public void The_database_makes_no_values(DatabaseProvider provider) =>
        PropertiesOf(provider)
            .Where(property => property.ValueGenerated != ValueGenerated.Never && Models.ColumnOf(property) != "data_protection_keys.id")
            .Select(Models.ColumnOf)
            .Should().BeEmpty();

    // JSON documents are texts too, but nothing ever looks for one by its text.
    private static bool IsCompared(IProperty property) =>
        property.ClrType == typeof(string)
        || (Stored(property) == typeof(string) && (property.IsKey() || property.IsForeignKey() || property.IsIndex()));

    private static Type Stored(IProperty property) =>
        Bare(property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType);

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static IEnumerable<IProperty> PropertiesOf(DatabaseProvider provider) =>
        Models.Of(provider).GetEntityTypes().SelectMany(entity => entity.GetProperties());
}
