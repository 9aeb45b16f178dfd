namespace Sendra.EndToEndTests;

public sealed class PaletteTests : EndToEndTest
{
    [SetUp]
    public Task SignUp() => SignUpAsync();

    [Test]
    public async Task A_few_letters_lead_to_pages_automations_contacts_and_event_names()
    {
        await MakeLiveAsync("Onboarding", "signUp");
        await PostAsync("/api/event-patterns", new { name = "signUp" });
        await PostRawAsync("""{"email":"grace@example.com","eventName":"signUp","contactProperties":{"lastName":"Hopper"}}""");
        await Page.GotoAsync("/");
        await Expect(Link("signUp")).ToBeVisibleAsync();

        await Search("opper", "Hopper");
        await Expect(Heading("Hopper")).ToBeVisibleAsync();
        await Search("onboa", "Onboarding");
        await Expect(Heading("Onboarding")).ToBeVisibleAsync();
        await Search("signu", "signUp");
        await ExpectUrlAsync("/settings/events\\?name=signUp$");
        await Search("suppr", "Suppressions");
        await Expect(Heading("Suppressions")).ToBeVisibleAsync();
    }

    [Test]
    public async Task It_says_that_it_searches_and_that_it_could_not()
    {
        await Page.GotoAsync("/contacts");
        await Expect(Heading("No contacts yet")).ToBeVisibleAsync();
        var asked = new TaskCompletionSource();
        await Page.RouteAsync("**/api/automations?query=zzz*", async route =>
        {
            await asked.Task;
            await route.AbortAsync();
        });

        await Page.Keyboard.PressAsync("Control+k");
        await Page.GetByPlaceholder("Page, automation, contact or event name").FillAsync("zzz");
        await Expect(Page.GetByText("Searching…")).ToBeVisibleAsync();
        asked.SetResult();
        await Expect(Page.GetByText("We couldn’t search the workspace")).ToBeVisibleAsync();
        await Page.GetByPlaceholder("Page, automation, contact or event name").FillAsync("yyy");
        await Expect(Page.GetByText("Nothing found")).ToBeVisibleAsync();
    }

    [Test]
    public async Task A_question_mark_shows_the_keys_and_an_event_is_sent_from_anywhere()
    {
        await Page.GotoAsync("/contacts");
        await Expect(Heading("No contacts yet")).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("Shift+?");
        await Expect(Page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard shortcuts" })).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("Escape");
        await Expect(Page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard shortcuts" })).ToHaveCountAsync(0);

        await Search("test event", "Send a test event");
        await Page.GetByRole(AriaRole.Tab, new() { Name = "Code" }).ClickAsync();
        await Page.GetByText("Python", new() { Exact = true }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Region, new() { Name = "The command" })).ToContainTextAsync("urllib.request");
        await Button("Send").ClickAsync();

        await Link("See what it did and why").ClickAsync();
        await Expect(Heading("signUp")).ToBeVisibleAsync();
    }

    private async Task Search(string text, string found)
    {
        await Page.Keyboard.PressAsync("Control+k");
        await Page.GetByPlaceholder("Page, automation, contact or event name").FillAsync(text);
        await Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = found }).Last.ClickAsync();
    }
}
