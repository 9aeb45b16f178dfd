namespace Sendra.EndToEndTests;

public sealed class ContactTests : EndToEndTest
{
    [SetUp]
    public Task SignUp() => SignUpAsync();

    [Test]
    public async Task A_contact_shows_properties_enrollments_and_events()
    {
        await MakeLiveAsync("Onboarding", "signUp");
        await Page.GotoAsync("/settings/custom-fields");
        await Field("Name").FillAsync("plan");
        await Button("Declare").ClickAsync();
        await Expect(Page.GetByText("plan is declared.")).ToBeVisibleAsync();
        await PostRawAsync("""{"email":"ada@example.com","eventName":"signUp","contactProperties":{"firstName":"Ada","plan":"pro"}}""");

        await Link("Contacts").ClickAsync();
        await Link("ada@example.com").ClickAsync();

        await Expect(Heading("Ada")).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Region, new() { Name = "Properties" })).ToContainTextAsync("pro");
        await Expect(Link("Onboarding")).ToBeVisibleAsync();
        await Expect(Link("signUp")).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Tab, new() { Name = "Enrollments" }).ClickAsync();
        await Expect(Button("Exit Onboarding")).ToBeVisibleAsync();
    }

    [Test]
    public async Task The_timeline_tells_events_entries_and_exits_in_one_order()
    {
        await MakeLiveAsync("Trial", "trialStarted", "everyTime", "upgraded");
        await SendAsync("trialStarted");
        await SendAsync("upgraded");
        await Page.GotoAsync("/contacts");
        await Link("ada@example.com").ClickAsync();

        var entries = Page.GetByRole(AriaRole.Region, new() { Name = "Timeline" }).GetByRole(AriaRole.Listitem);
        await Expect(entries).ToHaveCountAsync(4);
        string[] told = ["Left Trial", "upgraded", "Entered Trial", "trialStarted"];
        for (var at = 0; at < told.Length; at++)
        {
            await Expect(entries.Nth(at)).ToContainTextAsync(told[at]);
        }

        await Expect(entries.First).ToContainTextAsync("Exited at step 1 by the event upgraded.");
    }

    [Test]
    public async Task A_contact_is_exported_as_JSON()
    {
        await SendAsync("signUp");
        await Page.GotoAsync("/contacts");
        await Link("ada@example.com").ClickAsync();

        var download = await Page.RunAndWaitForDownloadAsync(() => Link("Export as JSON").ClickAsync());

        var text = await File.ReadAllTextAsync(await download.PathAsync());
        text.Should().Contain("ada@example.com").And.Contain("signUp");
    }

    [Test]
    public async Task L3_erasing_says_what_goes_asks_for_the_address_and_leaves_nothing()
    {
        await SendAsync("signUp");
        await Page.GotoAsync("/contacts");
        await Link("ada@example.com").ClickAsync();
        await Button("Erase …").ClickAsync();
        var dialog = Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("all their events in the log");
        await Expect(Button("Erase")).ToBeDisabledAsync();

        await Field("Type the email to confirm").FillAsync("ada@example.com");
        await Button("Erase").ClickAsync();

        await Expect(Heading("No contacts yet")).ToBeVisibleAsync();
        await Link("Events").ClickAsync();
        await Expect(Heading("No event has arrived yet")).ToBeVisibleAsync();
    }

    [Test]
    public async Task E4_a_reserved_field_name_is_refused_at_the_field()
    {
        await Page.GotoAsync("/settings/custom-fields");
        await Field("Name").FillAsync("email");
        await Button("Declare").ClickAsync();
        await Expect(Page.GetByText("is the name of a property that every contact has")).ToBeVisibleAsync();
        await Expect(Field("Name")).ToHaveValueAsync("email");
    }

    [Test]
    public async Task W4_a_contact_that_does_not_exist_is_said_so()
    {
        await Page.GotoAsync($"/contacts/{Guid.CreateVersion7()}");
        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("We couldn’t load the contact");
    }
}
