using System.Text.RegularExpressions;

namespace Sendra.EndToEndTests;

/// <summary>The steps as a graph, by mouse and by keyboard alone.</summary>
public sealed class BuilderTests : EndToEndTest
{
    private static readonly object[] TwoSteps =
    [
        new { id = "first", type = "wait", @for = "P1D", next = "second" },
        new { id = "second", type = "wait", @for = "P2D" },
    ];

    [SetUp]
    public Task SignUp() => SignUpAsync();

    [Test]
    public async Task F1_a_trial_sequence_with_two_emails_is_built_by_mouse()
    {
        await PrepareTrialAsync();
        await Page.GotoAsync("/automations/new?eventName=trialStarted");
        await Field("Name").FillAsync("Trial");
        await Picker("Exit on events").FillAsync("purchased");
        await Page.Keyboard.PressAsync("Enter");
        await AddAsync("after the trigger", "Wait");
        await Page.GetByText("Until a date", new() { Exact = true }).ClickAsync();
        await Picker("Property with the date").FillAsync("contact.trialEndsAt");
        await ChooseAsync("When, relative to the date", "Before it");
        await Labelled("Time before or after the date").FillAsync("3");
        await Page.GetByRole(AriaRole.Switch, new() { Name = "End only in certain hours" }).CheckAsync();
        await AddAsync("after “Wait until 3 days before", "Branch");
        await Picker("Condition of Yes: field").FillAsync("contact.plan");
        await Labelled("Condition of Yes: value").FillAsync("pro");
        await AddAsync("after the path Yes", "Send email");
        await ChooseAsync("Template", "Thank you");
        await AddAsync("after the path Otherwise", "Send email");
        await ChooseAsync("Template", "Trial ends soon");
        await AddAsync("after the paths", "Update contact");
        await Picker("Property 1").FillAsync("reminded");
        await ChooseAsync("Property 1 is set", "to yes");

        await Button("Create draft").ClickAsync();

        await ExpectTrialAsync();
    }

    [Test]
    public async Task F1_a_trial_sequence_with_two_emails_is_built_by_keyboard_alone()
    {
        await PrepareTrialAsync();
        await Page.GotoAsync("/automations/new?eventName=trialStarted");
        await Expect(Stop("trigger")).ToBeVisibleAsync();
        await TabToAsync(Field("Name"));
        await Page.Keyboard.TypeAsync("Trial");
        await TabToAsync(Picker("Exit on events"));
        await Page.Keyboard.TypeAsync("purchased");
        await Page.Keyboard.PressAsync("Enter");
        await Page.Keyboard.PressAsync("Escape");
        await BackToGraphAsync(Stop("trigger"));
        await Page.Keyboard.PressAsync("ArrowDown");
        await AddByKeysAsync("Wait", Page.GetByRole(AriaRole.Radio, new() { Name = "For a time" }));
        await Page.Keyboard.PressAsync("ArrowRight");
        await TabToAsync(Picker("Property with the date"));
        await Page.Keyboard.TypeAsync("contact.trialEndsAt");
        await PickByKeysAsync("When, relative to the date", "Before it");
        await TabToAsync(Labelled("Time before or after the date"));
        await Page.Keyboard.PressAsync("ControlOrMeta+a");
        await Page.Keyboard.TypeAsync("3");
        await TabToAsync(Page.GetByRole(AriaRole.Switch, new() { Name = "End only in certain hours" }));
        await Page.Keyboard.PressAsync("Space");
        await BackToGraphAsync(Card("Wait until 3 days before"));
        await Page.Keyboard.PressAsync("ArrowDown");
        await AddByKeysAsync("Branch", Labelled("Name of the path"));
        await TabToAsync(Picker("Condition of Yes: field"));
        await Page.Keyboard.TypeAsync("contact.plan");
        await TabToAsync(Labelled("Condition of Yes: value"));
        await Page.Keyboard.TypeAsync("pro");
        await BackToGraphAsync(Card("If the contact’s plan is “pro”"));
        await Page.Keyboard.PressAsync("ArrowDown");
        await AddByKeysAsync("Send email", Labelled("Template"));
        await PickByKeysAsync("Template", "Thank you");
        await BackToGraphAsync(Card("Thank you"));
        await Page.Keyboard.PressAsync("ArrowUp");
        await Page.Keyboard.PressAsync("ArrowRight");
        await AddByKeysAsync("Send email", Labelled("Template"));
        await PickByKeysAsync("Template", "Trial ends soon");
        await BackToGraphAsync(Card("Trial ends soon"));
        await Page.Keyboard.PressAsync("ArrowDown");
        await Page.Keyboard.PressAsync("ArrowDown");
        await AddByKeysAsync("Update contact", Labelled("Property 1"));
        await Page.Keyboard.TypeAsync("reminded");
        await PickByKeysAsync("Property 1 is set", "to yes");
        await TabToAsync(Button("Create draft"), "Shift+Tab");

        await Page.Keyboard.PressAsync("Enter");

        await ExpectTrialAsync();
    }

    [Test]
    public async Task Steps_are_copied_pasted_removed_and_taken_back_by_keys()
    {
        await OpenAsync(TwoSteps);
        await Stop("first").ClickAsync();
        await Page.Keyboard.PressAsync("ControlOrMeta+c");
        await Page.Keyboard.PressAsync("ArrowDown");
        await Page.Keyboard.PressAsync("ArrowDown");
        await Expect(Stop("second")).ToBeFocusedAsync();

        await Page.Keyboard.PressAsync("ControlOrMeta+v");

        await Expect(Card("Wait 1 day")).ToHaveCountAsync(2);
        await Page.Keyboard.PressAsync("Delete");
        await Expect(Card("Wait 1 day")).ToHaveCountAsync(1);
        await Expect(Stop("second")).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("ControlOrMeta+z");
        await Expect(Card("Wait 1 day")).ToHaveCountAsync(2);
        await Page.Keyboard.PressAsync("ControlOrMeta+z");
        await Expect(Card("Wait 1 day")).ToHaveCountAsync(1);
        await Expect(Button("Undo")).ToBeDisabledAsync();
        await Page.Keyboard.PressAsync("ControlOrMeta+Shift+z");
        await Expect(Card("Wait 1 day")).ToHaveCountAsync(2);
    }

    [Test]
    public async Task A_step_is_dragged_to_another_edge()
    {
        var id = await OpenAsync(TwoSteps);
        var (from, to) = ((await Stop("second").BoundingBoxAsync())!, (await Stop("trigger → first").BoundingBoxAsync())!);
        await Page.Mouse.MoveAsync(from.X + (from.Width / 2), from.Y + 10);
        await Page.Mouse.DownAsync();
        await Page.Mouse.MoveAsync(to.X + (to.Width / 2), to.Y + 20, new() { Steps = 12 });
        await Expect(Page.Locator("[data-target]")).ToHaveCountAsync(1);
        await Page.Mouse.UpAsync();

        await Expect(Stop("second → first")).ToBeVisibleAsync();
        await Button("Save").ClickAsync();
        await Expect(Button("Version 2")).ToBeVisibleAsync();
        (await StepsAsync(id)).Should().Equal("second → first", "first → ");
    }

    [Test]
    public async Task A_step_is_moved_without_dragging()
    {
        await OpenAsync(TwoSteps);
        await Stop("second").ClickAsync();

        await Page.Keyboard.PressAsync("m");
        await Expect(Page.GetByText("Moving “Wait 2 days”")).ToBeVisibleAsync();
        await Button("Move it here: after the trigger, before “Wait 1 day”").ClickAsync();

        await Expect(Stop("second → first")).ToBeVisibleAsync();
        await Expect(Stop("second")).ToBeFocusedAsync();
    }

    [Test]
    public async Task F7_an_edit_in_the_graph_moves_the_runs_under_way_and_versions_show_the_difference()
    {
        var id = await MakeLiveAsync("Trial", "trialStarted", TwoSteps);
        await SendAsync("trialStarted");
        await SendAsync("trialStarted", "grace@example.com");
        await Page.GotoAsync($"/automations/{id}");
        await Expect(Link("2 here now, at “Wait 1 day”")).ToBeVisibleAsync();
        await Stop("second").ClickAsync();
        await Labelled("Time to wait").FillAsync("5");
        await AddAsync("after “Wait 5 days”", "Send event");
        await Picker("Event to send").FillAsync("trialOver");
        await Button("Save").ClickAsync();
        var question = Page.GetByRole(AriaRole.Dialog);
        await Expect(question).ToContainTextAsync("2 runs continue from their current step on the new ones");
        await question.GetByRole(AriaRole.Radio, new() { Name = "Move them to the new steps" }).ClickAsync();

        await question.GetByRole(AriaRole.Button, new() { Name = "Save and move" }).ClickAsync();

        await Button("Version 2").ClickAsync();
        await Expect(Page.GetByText("Version 1: no active runs")).ToBeVisibleAsync();
        await Button("Compare version 1").ClickAsync();
        var changes = Page.GetByRole(AriaRole.List, new() { Name = "Changes" });
        await Expect(changes).ToContainTextAsync("Changed “Wait 2 days”: now “Wait 5 days”");
        await Expect(changes).ToContainTextAsync("Added “Send trialOver”");
    }

    [Test]
    public async Task F8_what_is_wrong_is_marked_at_its_step_and_said_beside_it()
    {
        await Page.GotoAsync("/automations/new?eventName=trialStarted");
        await Field("Name").FillAsync("Trial");
        await AddAsync("after the trigger", "Wait");
        await AddAsync("after “Wait 1 day”", "Call a URL");

        await Button("Create draft").ClickAsync();

        await Expect(Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Step: .+ 1 error$") })).ToHaveCountAsync(1);
        await Expect(Page.GetByRole(AriaRole.Complementary, new() { Name = "Inspector" }).GetByRole(AriaRole.Alert)).ToContainTextAsync("The URL");
        await Expect(Button("1 error")).ToBeVisibleAsync();
    }

    [Test]
    public async Task F11_a_test_lights_its_way_and_a_simulation_counts_over_the_graph()
    {
        var rule = new { field = "event.plan", op = "equals", value = "pro" };
        await PostAsync("/api/events/send", new { email = "ada@example.com", eventName = "trialStarted", eventProperties = new { plan = "pro" } });
        await OpenAsync(
        [
            new { id = "which", type = "branch", paths = new[] { new { name = "Paying", when = rule, next = "thank" } }, otherwise = "wait" },
            new { id = "thank", type = "sendEvent", eventName = "thanked" },
            new { id = "wait", type = "wait", @for = "P1D" },
        ]);

        await Button("Test run").ClickAsync();
        await Button("Run test").ClickAsync();
        await Expect(Page.GetByText("ada@example.com enters")).ToBeVisibleAsync();
        await Expect(Page.Locator("[data-lit] > [data-stop=thank]")).ToBeVisibleAsync();
        await Expect(Page.Locator("[data-dim] > [data-stop=wait]")).ToBeVisibleAsync();
        await Button("What would have happened").ClickAsync();
        await Expect(Page.Locator("[data-lit] > [data-stop=thank]")).ToHaveCountAsync(0);
        await Button("Run it").ClickAsync();
        await Expect(Page.GetByText("1 passed")).ToHaveCountAsync(2);
        await Expect(Page.GetByText("1 took it")).ToHaveCountAsync(1);
    }

    private ILocator Stop(string id) => Page.Locator($"[data-stop='{id}']");

    private ILocator Card(string words) => Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex($"^Step: {Regex.Escape(words)}") });

    /// <summary>A field of any kind; a list that it opens has the same name.</summary>
    private ILocator Labelled(string label) => Page.Locator("input, textarea").And(Page.GetByLabel(label, new() { Exact = true }));

    private async Task<string> OpenAsync(object[] steps)
    {
        var made = await PostAsync("/api/automations", new { name = "Trial", trigger = new { eventName = "trialStarted" }, steps });
        var id = made.GetProperty("id").GetString()!;
        await Page.GotoAsync($"/automations/{id}");
        await Expect(Stop("trigger")).ToBeVisibleAsync();
        return id;
    }

    private async Task AddAsync(string place, string type)
    {
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex($"^Add a step: {Regex.Escape(place)}") }).ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { NameRegex = new Regex($"^{type} [A-Z]") }).ClickAsync();
    }

    private async Task ChooseAsync(string label, string option)
    {
        await Labelled(label).ClickAsync();
        await Page.GetByRole(AriaRole.Option, new() { Name = option, Exact = true }).ClickAsync();
    }

    /// <summary>From the button on an edge, which has the focus, to the first field of a new step.</summary>
    private async Task AddByKeysAsync(string type, ILocator first)
    {
        await Expect(Page.Locator("[data-stop*='→']:focus")).ToHaveCountAsync(1);
        await Page.Keyboard.PressAsync("Enter");
        var item = Page.GetByRole(AriaRole.Menuitem, new() { NameRegex = new Regex($"^{type} [A-Z]") });
        await Expect(Page.Locator("[role=menuitem]:focus")).ToHaveCountAsync(1);
        await PressUntilFocusedAsync("ArrowDown", item, 20);
        await Page.Keyboard.PressAsync("Enter");
        await Expect(first).ToBeFocusedAsync();
    }

    private async Task PickByKeysAsync(string label, string option)
    {
        await TabToAsync(Labelled(label));
        await Page.Keyboard.PressAsync("ArrowDown");
        var wanted = Page.GetByRole(AriaRole.Option, new() { Name = option, Exact = true });
        await Expect(wanted).ToBeVisibleAsync();
        for (var press = 0; press < 20 && await wanted.GetAttributeAsync("data-combobox-selected") is null; press++)
        {
            await Page.Keyboard.PressAsync("ArrowDown");
        }

        await Page.Keyboard.PressAsync("Enter");
        await Expect(wanted).ToBeHiddenAsync();
    }

    private async Task BackToGraphAsync(ILocator stop)
    {
        await Page.Keyboard.PressAsync("Escape");
        await Page.Keyboard.PressAsync("Escape");
        await Expect(stop).ToBeFocusedAsync();
    }

    private Task TabToAsync(ILocator target, string key = "Tab") => PressUntilFocusedAsync(key, target, 80);

    private async Task PressUntilFocusedAsync(string key, ILocator target, int most)
    {
        for (var press = 0; press < most && !await target.EvaluateAsync<bool>("element => element === document.activeElement"); press++)
        {
            await Page.Keyboard.PressAsync(key);
        }

        await Expect(target).ToBeFocusedAsync();
    }

    private async Task PrepareTrialAsync()
    {
        await PostAsync("/api/custom-fields", new { name = "plan", type = "text" });
        await PostAsync("/api/custom-fields", new { name = "reminded", type = "boolean" });
        await PostAsync("/api/custom-fields", new { name = "trialEndsAt", type = "date" });
        foreach (var name in new[] { "Thank you", "Trial ends soon" })
        {
            await PostAsync("/api/templates", new { name, subject = name, format = "html", source = $"<p>{name}</p>" });
        }
    }

    private async Task ExpectTrialAsync()
    {
        await ExpectUrlAsync("/automations/[0-9a-f-]{36}$");
        var steps = (await GetAsync($"/api{new Uri(Page.Url).AbsolutePath}")).GetProperty("steps").EnumerateArray().ToArray();
        steps.Select(step => step.GetProperty("type").GetString()).Should().BeEquivalentTo("wait", "branch", "sendEmail", "sendEmail", "updateContact");
        var wait = steps.Single(step => step.GetProperty("type").GetString() == "wait");
        wait.GetProperty("until").GetProperty("field").GetString().Should().Be("contact.trialEndsAt");
        wait.GetProperty("until").GetProperty("offset").GetString().Should().Be("-P3D");
        wait.GetProperty("window").GetProperty("from").GetString().Should().Be("09:00");
        var branch = steps.Single(step => step.GetProperty("type").GetString() == "branch");
        wait.GetProperty("next").GetString().Should().Be(branch.GetProperty("id").GetString());
        var update = steps.Single(step => step.GetProperty("type").GetString() == "updateContact");
        update.GetProperty("set").GetProperty("reminded").GetBoolean().Should().BeTrue();
        var emails = steps.Where(step => step.GetProperty("type").GetString() == "sendEmail").ToDictionary(step => step.GetProperty("id").GetString()!);
        emails.Values.Should().OnlyContain(step => step.GetProperty("next").GetString() == update.GetProperty("id").GetString());
        emails[branch.GetProperty("paths")[0].GetProperty("next").GetString()!].GetProperty("name").GetString().Should().Be("Thank you");
        emails[branch.GetProperty("otherwise").GetString()!].GetProperty("name").GetString().Should().Be("Trial ends soon");
    }

    private async Task<string[]> StepsAsync(string id) =>
        (await GetAsync($"/api/automations/{id}")).GetProperty("steps").EnumerateArray()
        .Select(step => $"{step.GetProperty("id").GetString()} → {(step.TryGetProperty("next", out var next) ? next.GetString() : "")}")
        .ToArray();
}
