using System.Text.RegularExpressions;

namespace Sendra.EndToEndTests;

public sealed class WorkflowTests : EndToEndTest
{
    private static readonly object[] ThreeDays = [new { id = "pause", type = "wait", @for = "P3D" }];

    [SetUp]
    public async Task SignUp()
    {
        await SignUpAsync();
        await ShowStepsAsync("list");
    }

    [Test]
    public async Task F1_a_flow_of_steps_is_built_in_the_form_and_works()
    {
        await PostAsync("/api/custom-fields", new { name = "stage", type = "text" });
        await Page.GotoAsync("/automations/new?eventName=trialStarted");
        await Field("Name").FillAsync("Trial");
        await AddStepAsync("Add a step", "Branch");
        await Picker("Condition of Yes: field").FillAsync("event.plan");
        await Picker("Condition of Yes: value").FillAsync("pro");
        await AddStepAsync("Add a step to Yes", "Update contact");
        await Picker("Property 1").FillAsync("stage");
        await Page.GetByLabel("Value of property 1").FillAsync("paying");
        await AddStepAsync("Add a step", "Wait");
        await Page.GetByLabel("Time to wait", new() { Exact = true }).FillAsync("3");
        await Page.Keyboard.PressAsync("Tab");

        await Button("Create draft").ClickAsync();

        await ExpectUrlAsync("/automations/[0-9a-f-]{36}$");
        await Expect(Step("If the event’s plan is “pro”")).ToBeVisibleAsync();
        await Expect(Step("Set stage to “paying”")).ToBeVisibleAsync();
        await Expect(Step("Wait 3 days")).ToBeVisibleAsync();
        await Button("Activate").ClickAsync();
        await Expect(Button("Pause")).ToBeVisibleAsync();
        await SendAsync("trialStarted", properties: new { plan = "pro" });
        await SendAsync("trialStarted", "grace@example.com", new { plan = "free" });
        await Page.ReloadAsync();
        await Expect(Page.GetByText("1 took it")).ToHaveCountAsync(2);
        await Page.GetByRole(AriaRole.Link, new() { Name = "2 here now, at “Wait 3 days”" }).ClickAsync();
        await Expect(Page.GetByText("Who is at “Wait 3 days” now")).ToBeVisibleAsync();
        await Expect(Link("ada@example.com")).ToBeVisibleAsync();
        await Expect(Link("grace@example.com")).ToBeVisibleAsync();
    }

    [Test]
    public async Task F7_an_edit_asks_what_becomes_of_the_runs_under_way_and_moves_them()
    {
        var id = await MakeLiveAsync("Trial", "trialStarted", ThreeDays);
        await SendAsync("trialStarted");
        await SendAsync("trialStarted", "grace@example.com");
        await Page.GotoAsync($"/automations/{id}");
        await Step("Wait 3 days").ClickAsync();
        await Page.GetByLabel("Time to wait", new() { Exact = true }).FillAsync("5");
        await Button("Save").ClickAsync();
        var question = Page.GetByRole(AriaRole.Dialog);
        await Expect(question).ToContainTextAsync("2 runs stay on the old steps.");
        await Expect(question).ToContainTextAsync("2 runs continue from their current step on the new ones");

        await question.GetByRole(AriaRole.Radio, new() { Name = "Move them to the new steps" }).ClickAsync();
        await question.GetByRole(AriaRole.Button, new() { Name = "Save and move" }).ClickAsync();

        await Expect(Button("Version 2")).ToBeVisibleAsync();
        await Page.ReloadAsync();
        await Expect(Step("Wait 5 days")).ToBeVisibleAsync();
        await Button("Version 2").ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Version 2, the newest: 2 active runs" })).ToBeVisibleAsync();
        await Expect(Page.GetByText("Version 1: no active runs")).ToBeVisibleAsync();
    }

    [Test]
    public async Task F7_cancelling_the_question_saves_nothing_and_keeps_what_was_edited()
    {
        var id = await MakeLiveAsync("Trial", "trialStarted", ThreeDays);
        await SendAsync("trialStarted");
        await Page.GotoAsync($"/automations/{id}");
        await Button("Remove: Wait 3 days").ClickAsync();
        await Button("Save").ClickAsync();
        var question = Page.GetByRole(AriaRole.Dialog);
        await Expect(question).ToContainTextAsync("None can move");

        await question.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();

        await Expect(Page.GetByText("No steps yet. Contacts stay until")).ToBeVisibleAsync();
        await Button("Discard changes").ClickAsync();
        await Expect(Step("Wait 3 days")).ToBeVisibleAsync();
    }

    [Test]
    public async Task F7_who_saves_after_someone_else_is_told_and_chooses()
    {
        var id = await MakeLiveAsync("Trial", "trialStarted", ThreeDays);
        await Page.GotoAsync($"/automations/{id}");
        await Step("Wait 3 days").ClickAsync();
        await Page.GetByLabel("Time to wait", new() { Exact = true }).FillAsync("5");
        await PutAsync($"/api/automations/{id}", new { name = "Trial", trigger = new { eventName = "trialStarted" }, steps = new[] { new { id = "pause", type = "wait", @for = "P9D" } } });

        await Button("Save").ClickAsync();

        await Expect(Page.GetByText("Someone changed this automation while you edited it")).ToBeVisibleAsync();
        await Expect(Page.GetByText(new Regex("Version 2 of its steps was saved by .+; you began with version 1"))).ToBeVisibleAsync();
        await Expect(Step("Wait 5 days")).ToBeVisibleAsync();
        await Button("Keep mine and overwrite it").ClickAsync();
        await Button("Save").ClickAsync();
        await Expect(Button("Version 3")).ToBeVisibleAsync();
        await PutAsync($"/api/automations/{id}", new { name = "Trial", trigger = new { eventName = "trialStarted" }, steps = new[] { new { id = "pause", type = "wait", @for = "P8D" } } });
        await Step("Wait 5 days").ClickAsync();
        await Page.GetByLabel("Time to wait", new() { Exact = true }).FillAsync("6");
        await Button("Save").ClickAsync();
        await Button("Load the saved version…").ClickAsync();
        await Button("Load it").ClickAsync();
        await Expect(Step("Wait 8 days")).ToBeVisibleAsync();
    }

    [Test]
    public async Task F8_what_is_wrong_stands_at_its_step()
    {
        await Page.GotoAsync("/automations/new?eventName=trialStarted");
        await Field("Name").FillAsync("Trial");
        await AddStepAsync("Add a step", "Wait");
        await AddStepAsync("Add a step", "Branch");

        await Button("Create draft").ClickAsync();

        var steps = Page.GetByRole(AriaRole.List, new() { Name = "Steps", Exact = true }).GetByRole(AriaRole.Listitem);
        await Expect(steps.Nth(1).GetByText("The field is empty.").First).ToBeVisibleAsync();
        await Expect(steps.Nth(0).GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await Expect(Picker("Condition of Yes: field")).ToHaveAttributeAsync("aria-invalid", "true");
    }

    [Test]
    public async Task F7_saving_something_else_leaves_steps_as_they_were_written()
    {
        var condition = new { any = new object[] { new { field = "event.order", op = "equals", value = 1 }, new { not = new { field = "contact.email", op = "exists" } } } };
        object[] steps =
        [
            new { id = "which", type = "branch", paths = new[] { new { name = "One", when = condition, next = "end" } }, otherwise = "pause" },
            new { id = "end", type = "wait", @for = "P1DT12H" },
            new { id = "pause", type = "wait", @for = "P3D", next = "end" },
        ];
        var id = await MakeLiveAsync("Trial", "trialStarted", steps);
        var before = await GetAsync($"/api/automations/{id}");
        await Page.GotoAsync($"/automations/{id}");
        await Expect(Step("Wait 1 day and 12 hours")).ToBeVisibleAsync();

        await Field("Name").First.FillAsync("Trial, renamed");
        await Button("Save").ClickAsync();

        await Expect(Heading("Trial, renamed")).ToBeVisibleAsync();
        var after = await GetAsync($"/api/automations/{id}");
        after.GetProperty("version").GetInt32().Should().Be(1);
        after.GetProperty("steps").GetRawText().Should().Be(before.GetProperty("steps").GetRawText());
    }

    private ILocator Step(string words) => Page.GetByRole(AriaRole.Button, new() { Name = $"Edit: {words}", Exact = true });

    private async Task AddStepAsync(string button, string type)
    {
        await Button(button).ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { NameRegex = new Regex($"^{type} [A-Z]") }).ClickAsync();
    }
}
