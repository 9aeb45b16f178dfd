namespace Sendra.WebApi.FunctionalTests.Upgrades;

/// <summary>Keeps the schema of a release; run by <c>build/schema-fixture.sh</c>, never with the other tests.</summary>
[Explicit]
[TestFixtureSource(typeof(TestApps), nameof(TestApps.Providers))]
internal sealed class FixtureMaker(string provider)
{
    [Test]
    public async Task Keep_the_schema_of_this_release()
    {
        var folder = Directory.CreateDirectory(Environment.GetEnvironmentVariable("SENDRA_FIXTURE_FOLDER")!).FullName;
        await using var database = await KeptDatabase.MakeAsync(provider);
        await using var node = await UpgradeTests.StartAsync(database);
        await KeptWorkspace.FillAsync(node.Anonymous());
        var answers = await KeptWorkspace.ReadAsync(node.Anonymous());
        await ReleasedSchema.WriteAsync(folder, provider, await KeptDatabase.DumpAsync(database), answers);
    }
}
