namespace Sendra.EndToEndTests;

public sealed class AutomationTests : EndToEndTest
{
    [SetUp]
    public Task SignUp() => SignUpAsync();

    [Test]
    public async Task The_link_Log_leads_to_the_log_of_the_trigger_event()
    {
        await SendAsync("signUp");
        await SendAsync("invoicePaid");
        var id = await MakeLiveAsync("Onboarding", "signUp");
        await Page.GotoAsync($"/automations/{id}");

        await Link("Log of signUp").ClickAsync();

        await ExpectUrlAsync("/settings/events\\?name=signUp$");
        await Expect(Link("signUp")).ToBeVisibleAsync();
        await Expect(Link("invoicePaid")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task A4_an_exit_is_seen_on_the_enrollment_with_its_event()
    {
        var id = await MakeLiveAsync("Trial", "trialStarted", "everyTime", "upgraded");
        await SendAsync("trialStarted");
        await SendAsync("upgraded");
        await Page.GotoAsync($"/automations/{id}?tab=enrollments");

        await Expect(Page.GetByText("Exited at step 1")).ToBeVisibleAsync();
        await Link("this exit event").ClickAsync();

        await Expect(Heading("upgraded")).ToBeVisibleAsync();
        await Expect(Page.GetByText("Exited at step 1: this event is on the automation's exit list.")).ToBeVisibleAsync();
    }

    [Test]
    public async Task Many_automations_are_paused_at_once_and_each_says_how_it_went()
    {
        await MakeLiveAsync("Onboarding", "signUp");
        var other = await MakeLiveAsync("Win-back", "left");
        await PostAsync("/api/automations", new { name = "Draft", trigger = new { eventName = "signUp" } });
        await Page.GotoAsync("/automations");
        await Page.GetByLabel("Select Onboarding").CheckAsync();
        await Button("Select all 3 shown").ClickAsync();
        await Button("Pause…").ClickAsync();
        var dialog = Page.GetByRole(AriaRole.Dialog, new() { Name = "Pause 2 automations" });
        await Expect(dialog.GetByText("1 of the 3 selected is left out")).ToBeVisibleAsync();

        // Somebody else was faster.
        await PostAsync($"/api/automations/{other}/archive");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Pause 2 automations" }).ClickAsync();

        await Expect(Page.GetByText("1 automation is paused.")).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.List, new() { Name = "What we couldn’t change" })).ToContainTextAsync("Win-back");
        await Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Close" }).Last.ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Region, new() { Name = "Selected" })).ToHaveCountAsync(0);
        await Expect(Page.GetByText("paused", new() { Exact = true })).ToBeVisibleAsync();
    }

    [Test]
    public async Task Many_enrollments_exit_at_once_and_the_chart_counts_them()
    {
        var id = await MakeLiveAsync("Trial", "trialStarted");
        foreach (var name in new[] { "ada", "grace", "joan" })
        {
            await SendAsync("trialStarted", $"{name}@example.com");
        }

        await Page.GotoAsync($"/automations/{id}?tab=enrollments");
        await Expect(Page.GetByRole(AriaRole.Img, new() { NameRegex = new("^Chart by day: 3 enrolled, 0 completed, 0 exited in the last 30 days") })).ToBeVisibleAsync();
        await Page.GetByLabel("Select all shown").CheckAsync();
        await Page.GetByLabel("Select joan@example.com").UncheckAsync();
        await Button("Exit…").ClickAsync();
        await Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Exit 2 enrollments" }).ClickAsync();

        await Expect(Page.GetByText("2 enrollments have exited.")).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Close" }).Last.ClickAsync();
        await Expect(Page.GetByText("Exited at step 1")).ToHaveCountAsync(2);
    }

    [Test]
    public async Task An_automation_leads_to_its_messages_to_a_test_event_and_to_the_runs_of_a_version()
    {
        object[] wait = [new { id = "pause", type = "wait", @for = "P3D" }];
        var id = await MakeLiveAsync("Trial", "trialStarted", wait);
        await SendAsync("trialStarted");
        await PutAsync($"/api/automations/{id}", new { name = "Trial", trigger = new { eventName = "trialStarted" }, steps = new[] { new { id = "pause", type = "wait", @for = "P5D" } }, inFlight = "stay" });
        await Page.GotoAsync($"/automations/{id}");
        await Button("Send a test event…").ClickAsync();
        await Expect(Page.GetByLabel("Body")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("trialStarted"));
        await Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Close" }).Last.ClickAsync();

        await Button("Version 2").ClickAsync();
        await Link("1 active run").ClickAsync();
        await Expect(Page.GetByText("Who goes by version 1 of the steps")).ToBeVisibleAsync();
        await Expect(Link("ada@example.com")).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Tab, new() { Name = "Trigger and steps" }).ClickAsync();
        await Link("Its messages").ClickAsync();
        await ExpectUrlAsync($"/messages\\?automationId={id}$");
    }

    [Test]
    public async Task A_search_for_enrollments_waits_for_the_whole_address()
    {
        var id = await MakeLiveAsync("Trial", "trialStarted");
        await SendAsync("trialStarted");
        await SendAsync("trialStarted", "grace@example.com");
        var refused = 0;
        Page.Response += (_, answer) => refused += answer.Status == 400 ? 1 : 0;
        await Page.GotoAsync($"/automations/{id}?tab=enrollments");
        await Expect(Link("grace@example.com")).ToBeVisibleAsync();

        await Page.GetByLabel("Contact email").PressSequentiallyAsync("ada@example.com", new() { Delay = 400 });

        await Expect(Link("grace@example.com")).ToHaveCountAsync(0);
        await Expect(Link("ada@example.com")).ToBeVisibleAsync();
        refused.Should().Be(0);
    }

    [Test]
    public async Task An_enrollment_is_exited_by_hand_after_asking()
    {
        var id = await MakeLiveAsync("Trial", "trialStarted");
        await SendAsync("trialStarted");
        await Page.GotoAsync($"/automations/{id}?tab=enrollments");

        await Button("Exit ada@example.com").ClickAsync();
        await Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Exit", Exact = true }).ClickAsync();

        await Expect(Page.GetByText("by hand.")).ToBeVisibleAsync();
        await Expect(Button("Exit ada@example.com")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task A9_warnings_stand_beside_the_trigger_and_saving_keeps_the_rest()
    {
        var id = await MakeLiveAsync("Trial", "trialStarted", "oncePerContact", "upgraded");
        await Page.GotoAsync($"/automations/{id}");
        await Expect(Page.GetByText("No trialStarted event has been received yet.")).ToBeVisibleAsync();

        await Picker("Exit on events").FillAsync("trialStarted");
        await Page.Keyboard.PressAsync("Enter");
        await Button("Save").ClickAsync();

        await Expect(Page.GetByText("trialStarted is both the trigger and an exit event")).ToBeVisibleAsync();
        await Page.ReloadAsync();
        await Expect(Page.GetByRole(AriaRole.Radio, new() { Name = "One time per contact" })).ToBeCheckedAsync();
        await Expect(Page.GetByText("upgraded or trialStarted ends all their active runs")).ToBeVisibleAsync();
    }

    [Test]
    public async Task A_refused_automation_says_why_at_the_field_and_keeps_what_was_typed()
    {
        await Page.GotoAsync("/automations/new");
        await Picker("Event name").FillAsync("signUp");
        await Picker("Event name").BlurAsync();
        await Button("Create draft").ClickAsync();

        await Expect(Field("Name")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(Picker("Event name")).ToHaveValueAsync("signUp");
    }

    [Test]
    public async Task A8_pause_archive_and_duplicate()
    {
        var id = await MakeLiveAsync("Trial", "trialStarted");
        await Page.GotoAsync($"/automations/{id}");
        await Button("Pause").ClickAsync();
        await Expect(Button("Activate")).ToBeVisibleAsync();
        await Button("More actions").ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { Name = "Archive…" }).ClickAsync();
        await Button("Archive").ClickAsync();
        await Expect(Page.GetByText("Archived for good.")).ToBeVisibleAsync();
        await Expect(Button("Activate")).ToHaveCountAsync(0);
        await Button("More actions").ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { Name = "Duplicate" }).ClickAsync();
        await Expect(Page.GetByText("A draft doesn’t enroll anyone.")).ToBeVisibleAsync();
    }

    [Test]
    public async Task What_would_have_happened_is_drawn_and_nothing_happens()
    {
        await SendAsync("trialStarted");
        await SendAsync("trialStarted");
        await SendAsync("upgraded");
        await Page.GotoAsync("/automations/new?eventName=trialStarted");
        await Page.GetByRole(AriaRole.Radio, new() { Name = "One time per contact" }).ClickAsync();
        await Picker("Exit on events").FillAsync("upgraded");
        await Page.Keyboard.PressAsync("Enter");

        await Button("What would have happened").ClickAsync();
        await Button("Run it").ClickAsync();

        var drawer = Page.GetByRole(AriaRole.Complementary, new() { Name = "What would have happened" });
        await Expect(drawer.GetByRole(AriaRole.Img, new() { Name = "1 would have been enrolled, 1 exited, 1 not enrolled" })).ToBeVisibleAsync();
        await Expect(drawer).ToContainTextAsync("1 × Not enrolled: the automation takes each contact one time");
        var contact = await Page.Context.RunAndWaitForPageAsync(() => drawer.GetByRole(AriaRole.Link, new() { Name = "ada@example.com" }).ClickAsync());
        await contact.GetByRole(AriaRole.Tab, new() { Name = "Enrollments" }).ClickAsync();
        await Expect(contact.GetByText("Never enrolled in an automation.")).ToBeVisibleAsync();
    }

    [Test]
    public async Task What_would_have_happened_says_when_it_is_nothing()
    {
        var id = await MakeLiveAsync("Trial", "trialStarted");
        await Page.GotoAsync($"/automations/{id}");
        await Button("What would have happened").ClickAsync();
        await Button("Run it").ClickAsync();
        await Expect(Page.GetByText("Nothing would have happened")).ToBeVisibleAsync();
    }
}
