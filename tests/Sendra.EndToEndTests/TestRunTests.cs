namespace Sendra.EndToEndTests;

public sealed class TestRunTests : EndToEndTest
{
    [SetUp]
    public async Task SignUp()
    {
        await SignUpAsync();
        await ShowStepsAsync("list");
    }

    [Test]
    public async Task F11_what_the_form_says_is_tried_before_it_is_saved()
    {
        await PostAsync("/api/custom-fields", new { name = "plan", type = "text" });
        await PostAsync("/api/events/send", new { email = "ada@example.com", eventName = "trialStarted", eventProperties = new { seats = 3 }, contactProperties = new { firstName = "Ada", plan = "pro" } });
        object[] steps =
        [
            new { id = "paid", type = "waitForEvent", eventName = "paid", timeout = "P7D", next = "thank", timedOut = "pause" },
            new { id = "thank", type = "callUrl", method = "POST", url = "https://example.com/thanks", body = "{\"name\": \"{{ contact.firstName }}\", \"seats\": {{ trigger.seats }}}" },
            new { id = "pause", type = "wait", @for = "P1D" },
        ];
        var made = await PostAsync("/api/automations", new { name = "Trial", trigger = new { eventName = "trialStarted" }, steps });
        await Page.GotoAsync($"/automations/{made.GetProperty("id").GetString()}");
        await Button("Add a condition").ClickAsync();
        await Picker("Condition: field").FillAsync("contact.plan");
        await Picker("Condition: value").FillAsync("pro");

        await Button("Test run").ClickAsync();
        await Expect(Picker("Contact")).ToHaveValueAsync("ada@example.com");
        await Button("Run test").ClickAsync();

        await Expect(Page.GetByText("ada@example.com enters")).ToBeVisibleAsync();
        await Expect(Journey.GetByText("after 7 d")).ToBeVisibleAsync();
        await Page.GetByText("paid arrives", new() { Exact = true }).ClickAsync();
        await Expect(Page.GetByText("Something has changed since this test")).ToBeVisibleAsync();
        await Button("Run test").ClickAsync();
        await Expect(Journey.GetByText("https://example.com/thanks")).ToBeVisibleAsync();
        await Expect(Journey.GetByLabel("Body", new() { Exact = true })).ToContainTextAsync("\"seats\": 3");
        await Field("Contact properties").FillAsync("""{"firstName": "Ada", "lastName": "Lovelace", "name": "Ada Lovelace", "plan": "free"}""");
        await Button("Run test").ClickAsync();
        await Expect(Page.GetByText("ada@example.com does not enter")).ToBeVisibleAsync();
        await Expect(Journey).ToHaveCountAsync(0);
    }

    [Test]
    public async Task F11_what_is_wrong_stands_at_its_field()
    {
        await Page.GotoAsync("/automations/new?eventName=trialStarted");
        await Button("Add a step").ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { NameRegex = new("^Call a URL [A-Z]") }).ClickAsync();

        await Button("Test run").ClickAsync();
        await Picker("Contact").FillAsync("nobody");
        await Field("Properties of trialStarted").FillAsync("{");
        await Button("Run test").ClickAsync();
        await Expect(Page.GetByText("This is not valid JSON.")).ToBeVisibleAsync();
        await Field("Properties of trialStarted").FillAsync("{}");
        await Button("Run test").ClickAsync();
        await Expect(Page.GetByText("Email must be one email address")).ToBeVisibleAsync();
        await Picker("Contact").FillAsync("ada@example.com");
        await Button("Run test").ClickAsync();

        await Button("Show them in the form").ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "The URL" }).First).ToBeVisibleAsync();
    }

    private ILocator Journey => Page.GetByRole(AriaRole.List, new() { Name = "Simulated journey" });
}
