namespace Sendra.WebApi.FunctionalTests.Common;

/// <summary>Tests through HTTP, run once on each database; the database is empty before each test.</summary>
/// <param name="provider">The database.</param>
[TestFixtureSource(typeof(TestApps), nameof(TestApps.Providers))]
public abstract class FunctionalTest(string provider)
{
    protected TestApp App { get; private set; } = null!;

    [SetUp]
    public async Task ResetAsync()
    {
        App = await TestApps.GetAsync(provider);
        await App.Database.ResetAsync();
    }
}
