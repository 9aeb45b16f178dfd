namespace Sendra.EndToEndTests;

public sealed class HomeTests : EndToEndTest
{
    [SetUp]
    public Task SignUp() => SignUpAsync();

    [Test]
    public async Task The_chart_counts_what_arrived_and_what_it_did()
    {
        await MakeLiveAsync("Trial", "trialStarted", "everyTime", "upgraded");
        await SendAsync("trialStarted");
        await SendAsync("upgraded");
        await SendAsync("signedIn");
        await Page.GotoAsync("/");

        await Expect(Page.GetByRole(AriaRole.Img, new() { Name = "Chart by hour: 3 events, 1 enrolled, 1 exited in the last 24 hours." })).ToBeVisibleAsync();
        await Page.GetByText("30 days").ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Img, new() { Name = "Chart by day: 3 events" })).ToBeVisibleAsync();
    }

    [Test]
    public async Task S5_skipped_deliveries_say_why_and_lead_to_what_was_sent()
    {
        await SendAsync("signUp");
        var source = await PostAsync("/api/event-sources", new { name = "Billing", emailPath = "data.email", eventName = new { path = "type" } });
        await PostAsync(new Uri(source.GetProperty("url").GetString()!).AbsolutePath, new { type = "paid", data = new { } });
        await Page.GotoAsync("/");

        var skipped = Page.GetByRole(AriaRole.Region, new() { Name = "Skipped deliveries" });
        await Expect(skipped).ToContainTextAsync("There is no email at data.email");
        await skipped.GetByRole(AriaRole.Link, new() { Name = "Billing" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Group, new() { Name = "Payload" })).ToContainTextAsync("paid");
    }
}
