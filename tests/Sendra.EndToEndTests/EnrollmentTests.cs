namespace Sendra.EndToEndTests;

public sealed class EnrollmentTests : EndToEndTest
{
    private static readonly object[] Steps =
    [
        new
        {
            id = "which", type = "branch", name = "Which plan",
            paths = new[] { new { name = "Paying", when = new { field = "event.plan", op = "equals", value = "pro" } } },
            otherwise = "pause",
        },
        new { id = "pause", type = "wait", @for = "P3D" },
    ];

    [SetUp]
    public Task SignUp() => SignUpAsync();

    [Test]
    public async Task F3_a_journey_says_which_rule_failed_and_until_when_it_waits()
    {
        var id = await MakeLiveAsync("Trial", "trialStarted", Steps);
        var sent = await SendAsync("trialStarted", properties: new { plan = "free" });
        await Page.GotoAsync($"/automations/{id}?tab=enrollments");

        await Link("Journey of ada@example.com").ClickAsync();

        var journey = Page.GetByRole(AriaRole.List, new() { Name = "Journey" }).GetByRole(AriaRole.Listitem);
        await Expect(journey).ToHaveCountAsync(3);
        await Expect(journey.Nth(1)).ToContainTextAsync("Which plan");
        await Expect(journey.Nth(1)).ToContainTextAsync("event.plan");
        await Expect(journey.Nth(1)).ToContainTextAsync("free");
        await Expect(journey.Nth(2)).ToContainTextAsync("Waits until");
        await Link("the trigger event").ClickAsync();
        await ExpectUrlAsync($"/log/{sent.GetProperty("eventId").GetString()}$");
        await Link("The enrollment and its journey").ClickAsync();
        await Expect(Heading("ada@example.com")).ToBeVisibleAsync();
    }

    [Test]
    public async Task A8_a_run_is_exited_from_its_page_which_then_says_why_it_ended()
    {
        await MakeLiveAsync("Trial", "trialStarted", Steps);
        await SendAsync("trialStarted");
        await Page.GotoAsync("/contacts");
        await Link("ada@example.com").ClickAsync();
        await Page.GetByRole(AriaRole.Tab, new() { Name = "Enrollments" }).ClickAsync();
        await Link("Journey of Trial").ClickAsync();

        await Button("Exit…").ClickAsync();
        await Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Exit", Exact = true }).ClickAsync();

        await Expect(Page.GetByText("Somebody ended it.", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(Page.GetByText("The run ended here: somebody ended it.")).ToBeVisibleAsync();
        await Expect(Button("Exit…")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task F10_a_run_without_steps_has_a_page_too()
    {
        await MakeLiveAsync("Trial", "trialStarted");
        var sent = await SendAsync("trialStarted");
        var enrollment = sent.GetProperty("decisions")[0].GetProperty("enrollmentId").GetString();

        await Page.GotoAsync($"/enrollments/{enrollment}");

        await Expect(Page.GetByText("This automation has no steps here")).ToBeVisibleAsync();
    }
}
