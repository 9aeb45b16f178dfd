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
        await Expect(Button("Delete plan")).ToBeVisibleAsync();
        await PostRawAsync("""{"email":"ada@example.com","eventName":"signUp","contactProperties":{"firstName":"Ada","plan":"pro"}}""");

        await Link("Contacts").ClickAsync();
        await Link("Ada").ClickAsync();

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

        var download = await Page.RunAndWaitForDownloadAsync(() => Button("Export as JSON").ClickAsync());

        var text = await File.ReadAllTextAsync(await download.PathAsync());
        text.Should().Contain("ada@example.com").And.Contain("signUp");
    }

    [Test]
    public async Task L3_erasing_says_what_goes_asks_for_the_address_and_leaves_nothing()
    {
        await SendAsync("signUp");
        await Page.GotoAsync("/contacts");
        await Link("ada@example.com").ClickAsync();
        await Button("Erase…").ClickAsync();
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
    public async Task A_contact_is_added_found_by_part_of_its_name_and_changed()
    {
        await DeclareAsync("plan");
        await Page.GotoAsync("/contacts");
        await Button("Add a contact…").First.ClickAsync();
        await Field("Email").FillAsync("grace@example.com");
        await Field("Last name").FillAsync("Hopper");
        await Button("Add").ClickAsync();
        await Expect(Link("Hopper")).ToBeVisibleAsync();

        await Page.GetByRole(AriaRole.Searchbox, new() { Name = "Search contacts" }).FillAsync("opp");
        await Link("Hopper").ClickAsync();
        await Button("Edit…").ClickAsync();
        await Field("First name").FillAsync("Grace");
        await Field("plan").FillAsync("pro");
        await Button("Save").ClickAsync();

        await Expect(Heading("Grace Hopper")).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Region, new() { Name = "Properties" })).ToContainTextAsync("pro");
    }

    [Test]
    public async Task Ten_thousand_contacts_are_imported_and_the_lines_that_were_refused_are_downloaded()
    {
        await DeclareAsync("plan");
        var file = new System.Text.StringBuilder("E-mail,Full name,Tariff\n");
        for (var i = 0; i < 10_000; i++)
        {
            file.Append(System.Globalization.CultureInfo.InvariantCulture, $"person{i}@example.com,Person {i},pro\n");
        }

        file.Append("nobody,Nobody,pro\n");
        await Page.GotoAsync("/contacts");
        await Button("Import…").ClickAsync();
        await Page.Locator("input[type=file]").SetInputFilesAsync(
            new FilePayload { Name = "people.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(file.ToString()) });
        await Expect(Page.GetByLabel("E-mail becomes")).ToHaveValueAsync("email");
        await Expect(Page.GetByLabel("Full name becomes")).ToHaveValueAsync("name");
        await Page.GetByLabel("Tariff becomes").SelectOptionAsync("plan");
        await Button("Import").ClickAsync();

        await Expect(Page.GetByText("10,000 contacts created, 0 updated, 1 line not imported.")).ToBeVisibleAsync(new() { Timeout = 120_000 });
        var download = await Page.RunAndWaitForDownloadAsync(() => Link("Download all lines with problems (CSV)").ClickAsync());
        (await File.ReadAllTextAsync(await download.PathAsync())).Should().Contain("10002,refused,").And.Contain("nobody,Nobody,pro");
        await Button("Done").ClickAsync();
        await Page.GetByRole(AriaRole.Searchbox, new() { Name = "Search contacts" }).FillAsync("person 9876");
        await Expect(Link("Person 9876")).ToBeVisibleAsync();
    }

    private async Task DeclareAsync(string field)
    {
        await Page.GotoAsync("/settings/custom-fields");
        await Field("Name").FillAsync(field);
        await Button("Declare").ClickAsync();
        await Expect(Button($"Delete {field}")).ToBeVisibleAsync();
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
        await Expect(Heading("There is no such contact")).ToBeVisibleAsync();
    }
}
