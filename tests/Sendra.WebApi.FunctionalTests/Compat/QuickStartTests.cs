namespace Sendra.WebApi.FunctionalTests.Compat;

/// <summary>Each product's own quick start puts its event into the log, with URL and key changed and nothing else. See Clients/quickstarts.</summary>
internal sealed class QuickStartTests(string provider) : FunctionalTest(provider)
{
    [TestCase("resend")]
    [TestCase("loops")]
    [TestCase("segment")]
    [TestCase("customerio")]
    [TestCase("pipelines")]
    [TestCase("plunk")]
    public async Task Its_event_is_in_the_log(string product)
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");

        await Clients.QuickStartAsync(product, App.Node.Address, program.ApiKey!);

        (await owner.NewestEventAsync()).ShouldHave(("eventName", "user.created"), ("email", "ada@example.com"), ("properties", new { plan = "pro" }));
        (await owner.EventsAsync()).Should().ContainSingle();
    }
}
