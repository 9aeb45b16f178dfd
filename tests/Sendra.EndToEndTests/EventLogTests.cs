using System.Text.RegularExpressions;

namespace Sendra.EndToEndTests;

public sealed class EventLogTests : EndToEndTest
{
    [SetUp]
    public Task SignUp() => SignUpAsync();

    [Test]
    public async Task An_empty_log_says_what_to_do()
    {
        await Page.GotoAsync("/settings/events");
        await Expect(Heading("No event has arrived yet")).ToBeVisibleAsync();
        await Page.GotoAsync("/settings/events?name=nothing");
        await Expect(Heading("No event matches these filters")).ToBeVisibleAsync();
        await Button("Clear all filters").First.ClickAsync();
        await Expect(Heading("No event has arrived yet")).ToBeVisibleAsync();
    }

    [Test]
    public async Task P3_one_click_declares_what_is_undeclared()
    {
        await SendAsync("signUp");
        await SendAsync("invoicePaid");
        await SendAsync("no pattern's name");
        await Page.GotoAsync("/settings/events");
        await Expect(Page.GetByRole(AriaRole.Table).GetByText("undeclared")).ToHaveCountAsync(3);

        await Button("Declare them").ClickAsync();

        await Expect(Page.GetByText("Declared 2 names.")).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Table).GetByText("undeclared")).ToHaveCountAsync(1);
        await Expect(Button("Declare them")).ToHaveCountAsync(0);
        await Page.GetByRole(AriaRole.Tab, new() { Name = "Patterns" }).ClickAsync();
        await Expect(Link("invoicePaid")).ToBeVisibleAsync();
        await Expect(Page.GetByText("A pattern's name may contain only letters, digits, _, . and -.")).ToBeVisibleAsync();
    }

    [Test]
    public async Task The_log_says_how_many_events_it_has_where_that_is_counted()
    {
        await PostAsync("/api/events/batch", new { events = Enumerable.Range(0, 349).Select(number => new { email = $"p{number}@example.com", eventName = number < 149 ? "signUp" : "opened" }) });
        await Page.GotoAsync("/settings/events");
        await Expect(Page.GetByText("About 350 events, newest first")).ToBeVisibleAsync();
        await Page.GotoAsync("/settings/events?name=signUp");
        await Expect(Page.GetByText("About 150 events, newest first")).ToBeVisibleAsync();
        await Page.GotoAsync("/settings/events?name=signUp&email=p1");
        await Expect(Page.GetByText("About")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task L1_filters_stand_in_the_address_and_survive_reloading()
    {
        await SendAsync("signUp");
        await SendAsync("invoicePaid", "grace@example.com");
        await Page.GotoAsync("/settings/events");
        await Page.GetByLabel("Contact email").FillAsync("gra");
        await ExpectUrlAsync("email=gra");
        await Expect(Page.GetByRole(AriaRole.Row)).ToHaveCountAsync(2);

        await Page.ReloadAsync();

        await Expect(Page.GetByLabel("Contact email")).ToHaveValueAsync("gra");
        await Expect(Link("invoicePaid")).ToBeVisibleAsync();
        await Expect(Link("signUp")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task L1_Enter_takes_the_name_that_is_suggested_for_what_is_typed()
    {
        await SendAsync("signUp");
        await SendAsync("invoicePaid");
        await Page.GotoAsync("/settings/events");
        await Picker("Event name").FillAsync("sig");
        await Expect(Page.GetByRole(AriaRole.Option, new() { Name = "signUp Enter" })).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("Enter");

        await ExpectUrlAsync("name=signUp$");
        await Expect(Link("signUp")).ToBeVisibleAsync();
        await Expect(Link("invoicePaid")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task E9_a_back_filled_event_shows_when_it_occurred_beside_when_it_was_received()
    {
        await PostAsync("/api/events/send", new { email = "ada@example.com", eventName = "signUp", occurredAt = DateTimeOffset.UtcNow.AddDays(-3) });
        await Page.GotoAsync("/settings/events");
        await Expect(Page.GetByRole(AriaRole.Cell, new() { Name = "occurred 3 days ago" })).ToBeVisibleAsync();
        await Link("Home").ClickAsync();
        await Expect(Page.GetByText("occurred 3 days ago")).ToBeVisibleAsync();
    }

    [Test]
    public async Task What_an_event_did_is_not_cut_off()
    {
        for (var number = 0; number < 11; number++)
        {
            await MakeLiveAsync($"Trial {number}", "trialStarted", "everyTime", "trialStarted");
        }

        await SendAsync("trialStarted");
        await SendAsync("trialStarted");
        await Page.GotoAsync("/settings/events");
        await Expect(Page.GetByText("11 exited")).ToBeVisibleAsync();

        var cut = await Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('[role=cell] [class*=Badge]')].filter((one) => one.scrollWidth > one.clientWidth + 1
              || one.getBoundingClientRect().right > one.closest('[role=cell]').getBoundingClientRect().right).map((one) => one.textContent)
            """);
        cut.Should().BeEmpty();
    }

    [Test]
    public async Task A7_the_event_says_why_a_one_time_automation_did_not_enroll()
    {
        await MakeLiveAsync("Onboarding", "signUp", "oncePerContact");
        await SendAsync("signUp");
        await SendAsync("signUp", properties: new { plan = "pro" });
        await Page.GotoAsync("/settings/events");
        await Link("signUp").First.ClickAsync();

        var drawer = Page.GetByRole(AriaRole.Dialog);
        await Expect(drawer.GetByText("Not enrolled: the automation takes each contact one time, and this contact has been in it before.")).ToBeVisibleAsync();
        await Expect(drawer.GetByRole(AriaRole.Region, new() { Name = "Properties" })).ToContainTextAsync("\"plan\": \"pro\"");
        await Page.Keyboard.PressAsync("Escape");
        await Expect(drawer).ToHaveCountAsync(0);
        await ExpectUrlAsync("/settings/events$");
    }

    [Test]
    public async Task A7_an_exit_event_without_an_enrollment_to_drop_is_not_said_to_be_nobodys()
    {
        await MakeLiveAsync("Onboarding", "signUp", "everyTime", "left");
        await SendAsync("left");
        await Page.GotoAsync("/settings/events");
        await Link("left").ClickAsync();

        var did = Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Region, new() { Name = "What it did" });
        await Expect(did).ToContainTextAsync("When it arrived, left triggered no automation, and there was no active enrollment for it to exit or wake.");
        await did.GetByRole(AriaRole.Link, new() { Name = "Create an automation that it triggers" }).ClickAsync();
        await ExpectUrlAsync("eventName=left$");
    }

    [Test]
    public async Task E3_properties_are_shown_digit_by_digit()
    {
        await PostRawAsync("""{"email":"ada@example.com","eventName":"paid","eventProperties":{"z":1.10,"a":12345678901234567890}}""");
        await Page.GotoAsync("/settings/events");
        await Expect(Page.GetByRole(AriaRole.Table)).ToContainTextAsync("""{"z": 1.10, "a": 12345678901234567890}""");
        await Link("paid").ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Region, new() { Name = "Properties" })).ToContainTextAsync("1.10");
    }

    [Test]
    public async Task A_long_log_keeps_only_the_visible_rows_and_loads_more_by_scrolling()
    {
        for (var batch = 0; batch < 2; batch++)
        {
            var events = Enumerable.Range(0, 300).Select(number => new { email = $"p{number}@example.com", eventName = $"e{batch}" });
            await PostAsync("/api/events/batch", new { events });
        }

        await Page.GotoAsync("/settings/events");
        await Expect(Link("e1").First).ToBeVisibleAsync();
        (await Page.GetByRole(AriaRole.Row).CountAsync()).Should().BeLessThan(80);
        await Page.WaitForFunctionAsync(
            "() => { scrollTo(0, document.body.scrollHeight); return [...document.querySelectorAll('a')].some((one) => one.textContent === 'e0'); }",
            null,
            new() { PollingInterval = 100 });

        await Expect(Link("e0").First).ToBeVisibleAsync();
        (await Page.GetByRole(AriaRole.Row).CountAsync()).Should().BeLessThan(80);
    }

    [Test]
    public async Task A_failing_server_is_said_and_tried_again()
    {
        await SendAsync("signUp");
        await Page.RouteAsync("**/api/events?*", route => route.FulfillAsync(new()
        {
            Status = 503,
            ContentType = "application/problem+json",
            Body = """{"title":"Service Unavailable","status":503,"detail":"The database can't be reached.","code":"storageUnavailable","traceId":"1"}""",
        }));
        await Page.GotoAsync("/settings/events");
        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The database can't be reached.");

        await Page.UnrouteAllAsync();
        await Button("Try again").ClickAsync();

        await Expect(Link("signUp")).ToBeVisibleAsync();
    }

    [Test]
    public async Task L2_the_live_tail_shows_what_is_sent_meanwhile_and_only_what_the_filters_let_through()
    {
        await SendAsync("signUp");
        await Page.GotoAsync("/settings/events?name=signUp&name=invoicePaid");
        await Page.GetByRole(AriaRole.Switch, new() { Name = "Live" }).ClickAsync();
        await Expect(Page.GetByText("New events appear automatically")).ToBeVisibleAsync();

        await SendAsync("passwordReset");
        await PostRawAsync("""{"email":"grace@example.com","eventName":"invoicePaid","eventProperties":{"amount":1.10}}""");

        await Expect(Link("invoicePaid")).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Row)).ToHaveCountAsync(3);
        await Expect(Page.GetByRole(AriaRole.Row).Nth(1)).ToContainTextAsync("""{"amount": 1.10}""");
        await Expect(Page.GetByText("2 events, newest first")).ToBeVisibleAsync();
    }

    [Test]
    public async Task L2_a_broken_tail_says_so_and_misses_nothing()
    {
        await Page.RouteAsync("**/api/events/stream*", route => route.AbortAsync());
        await Page.GotoAsync("/settings/events");
        await Page.GetByRole(AriaRole.Switch, new() { Name = "Live" }).ClickAsync();
        await Expect(Page.GetByText("Reconnecting…")).ToBeVisibleAsync();
        await SendAsync("signUp");

        await Page.UnrouteAllAsync();

        await Expect(Page.GetByText("New events appear automatically")).ToBeVisibleAsync();
        await Expect(Link("signUp")).ToBeVisibleAsync();
    }

    [Test]
    public async Task L2_new_events_do_not_move_the_rows_that_are_read()
    {
        await PostAsync("/api/events/batch", new { events = Enumerable.Range(0, 100).Select(number => new { email = $"p{number}@example.com", eventName = "e" }) });
        await Page.GotoAsync("/settings/events");
        await Page.GetByRole(AriaRole.Switch, new() { Name = "Live" }).ClickAsync();
        await Expect(Page.GetByText("New events appear automatically")).ToBeVisibleAsync();
        await Page.EvaluateAsync("window.scrollTo(0, 1500)");

        await SendAsync("signUp");
        await Button("1 new event").ClickAsync();

        await Expect(Link("signUp")).ToBeVisibleAsync();
        await Expect(Button("1 new event")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task The_keyboard_goes_through_the_log_and_an_event_is_sent_again()
    {
        await SendAsync("first", "ada@example.com", new { total = 1 });
        await SendAsync("second");
        await SendAsync("third");
        await Page.GotoAsync("/settings/events");
        await Expect(Link("third")).ToBeVisibleAsync();

        await Page.Keyboard.PressAsync("j");
        var drawer = Page.GetByRole(AriaRole.Dialog);
        await Expect(drawer.GetByRole(AriaRole.Heading, new() { Name = "third" })).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("j");
        await Expect(drawer.GetByRole(AriaRole.Heading, new() { Name = "second" })).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("k");
        await Expect(drawer.GetByRole(AriaRole.Heading, new() { Name = "third" })).ToBeVisibleAsync();
        await Button("Next event").ClickAsync();
        await Button("Next event").ClickAsync();
        await Expect(drawer.GetByRole(AriaRole.Heading, new() { Name = "first" })).ToBeVisibleAsync();
        await Expect(Button("Next event")).ToBeDisabledAsync();

        await Button("Send again…").ClickAsync();
        await Expect(Field("Body")).ToHaveValueAsync(new Regex("\"total\": 1"));
        await Button("Send").ClickAsync();
        await Expect(Page.GetByText("0 enrolled, 0 exited.")).ToBeVisibleAsync();
        (await GetAsync("/api/events?eventName=first")).GetProperty("items").GetArrayLength().Should().Be(2);
    }

    [Test]
    public async Task A_filter_is_kept_under_a_name_and_opened_again()
    {
        await SendAsync("signUp");
        await SendAsync("invoicePaid", "grace@example.com");
        await Page.GotoAsync("/settings/events?email=gra");
        await Button("Saved filters").ClickAsync();
        await Field("Name of the filter").FillAsync("Grace");
        await Page.Keyboard.PressAsync("Enter");

        await Page.GotoAsync("/settings/events");
        await Expect(Link("signUp")).ToBeVisibleAsync();
        await Button("Saved filters").ClickAsync();
        await Button("Grace").ClickAsync();

        await ExpectUrlAsync("email=gra");
        await Expect(Link("signUp")).ToHaveCountAsync(0);
    }
}
