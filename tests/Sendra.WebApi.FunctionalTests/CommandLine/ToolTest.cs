namespace Sendra.WebApi.FunctionalTests.CommandLine;

/// <summary>Tests of the command line tool against a running server.</summary>
/// <param name="provider">The database.</param>
public abstract class ToolTest(string provider) : FunctionalTest(provider)
{
    private protected TestClient Owner { get; private set; } = null!;

    private protected Tool Tool { get; private set; } = null!;

    [SetUp]
    public async Task PrepareAsync()
    {
        Owner = await App.RegisterAsync();
        Tool = new Tool(App.Node.Address, (await App.ProgramAsync(Owner, "events:send", "manage")).ApiKey);
    }

    [TearDown]
    public void CleanUp() => Tool.Dispose();
}
