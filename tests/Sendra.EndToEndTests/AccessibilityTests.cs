using System.Text.RegularExpressions;

namespace Sendra.EndToEndTests;

/// <summary>Every page at both widths, each in light and dark.</summary>
[TestFixture(1440)]
[TestFixture(390)]
public sealed class AccessibilityTests(int width) : EndToEndTest
{
    private static readonly string[] Scopes = ["events:send", "read", "manage"];
    private static readonly string[] Workdays = ["mon", "fri"];

    protected override ViewportSize Viewport => new() { Width = width, Height = 860 };

    [Test]
    public async Task Nothing_serious_stands_in_anyones_way_and_nothing_is_wider_than_the_window()
    {
        await Page.GotoAsync("/sign-in");
        await CheckAsync("sign-in");
        await SignUpAsync();
        await VisitAsync("/", "Send an event");
        await VisitAsync("/automations", "Create your first automation");
        await VisitAsync("/contacts", "No contacts yet");
        await VisitAsync("/templates", "Create your first template");
        await VisitAsync("/templates/new", "Blank, MJML");

        var id = await MakeLiveAsync("Onboarding with quite a long name that has to go somewhere", "signUp", "oncePerContact", "upgraded", "cancelled");
        await SendAsync("signUp", properties: new { plan = "pro", referrer = "newsletter" });
        await SendAsync("upgraded");
        var sent = await SendAsync("signUp", "somebody.with.a.very.long.address@subdomain.example.com", new { plan = "free" });
        await PostAsync("/api/event-patterns", new { name = "signUp", description = "Somebody made an account." });
        await PostAsync("/api/custom-fields", new { name = "plan", type = "text" });
        await VisitAsync("/", "Latest events");
        await VisitAsync("/settings/events", "Declare it");
        await VisitAsync($"/settings/events?event={sent.GetProperty("eventId").GetString()}", "What it did");
        await VisitAsync("/settings/events/patterns", "signUp");
        await VisitAsync("/automations", "Onboarding with");
        await VisitAsync($"/automations/{id}", "Trigger: event received");
        await VisitAsync($"/automations/{id}?tab=enrollments", "Exited at step 1");
        await VisitAsync("/contacts", "ada@example.com");
        await Link("ada@example.com").ClickAsync();
        await Expect(Page.GetByText("Entered Onboarding").First).ToBeVisibleAsync();
        await CheckAsync("contact");
        await Button("Erase…").ClickAsync();
        await Expect(Field("Type the email to confirm")).ToBeVisibleAsync();
        await CheckAsync("erasing");
        await Page.GotoAsync($"/automations/{id}");
        await Button("What would have happened").ClickAsync();
        await Button("Run it").ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Img, new() { Name = "would have been enrolled" })).ToBeVisibleAsync();
        await CheckAsync("simulation");
        await Page.GotoAsync($"/automations/{id}");
        await Button("Test run").ClickAsync();
        await Button("Run test").ClickAsync();
        await Expect(Page.GetByText("ada@example.com enters").Or(Page.GetByText("somebody.with.a.very.long.address@subdomain.example.com enters"))).ToBeVisibleAsync();
        await CheckAsync("test run");
        await CheckTemplateAsync();
        await CheckStepsAsync();
        await CheckMenusAsync();
        await CheckOpenPickersAsync(id);
        await CheckSuppressionsAsync();
        await CheckSettingsAsync();
        await VisitAsync("/settings/custom-fields", "plan");
        await VisitAsync("/settings/events/sources", "Turn any webhook into events");
        await VisitAsync("/settings/events/sources/new", "By hand");
        var source = await PostAsync("/api/event-sources", new { name = "Billing", emailPath = "data.email", eventName = new { path = "type" } });
        var sourceUrl = $"/settings/events/sources/{source.GetProperty("id").GetString()}";
        await PostAsync(new Uri(source.GetProperty("url").GetString()!).AbsolutePath, new { type = "paid", data = new { } });
        await VisitAsync(sourceUrl, "There is no email at");
        await VisitAsync($"{sourceUrl}?tab=mapping", "Click the field that holds");
        await VisitAsync("/settings/events/sources", "1 skipped");
    }

    private async Task CheckTemplateAsync()
    {
        var template = new { name = "Welcome to Analytical Engines, which has quite a long name", subject = "Hello {{ contact.firstName }}", format = "html", source = "<p>Hello</p>" };
        var made = await PostAsync("/api/templates", template);
        await VisitAsync("/templates", "Welcome to Analytical Engines");
        await Page.GotoAsync($"/templates/{made.GetProperty("id").GetString()}");
        await Expect(Page.Locator(".cm-content")).ToBeVisibleAsync();
        await Expect(Page.Locator("iframe")).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex(": change$") }).ClickAsync();
        await CheckAsync("template");
    }

    private async Task CheckStepsAsync()
    {
        var rule = new { field = "event.plan", op = "equals", value = "pro" };
        var id = await MakeLiveAsync("Trial", "trialStarted",
        [
            new { id = "which", type = "branch", paths = new[] { new { name = "Paying", when = new { any = new object[] { rule, new { not = rule } } }, next = "set" } }, otherwise = "split" },
            new { id = "set", type = "updateContact", name = "Mark who pays", set = new { plan = "pro" }, next = "pause" },
            new { id = "split", type = "split", paths = new[] { new { name = "A", weight = 1, next = "pause" }, new { name = "B", weight = 1, next = "pause" } } },
            new { id = "pause", type = "wait", until = new { field = "contact.endsAt", offset = "-P3D" }, window = new { days = Workdays, from = "09:00", to = "17:00" } },
        ]);
        var sent = await SendAsync("trialStarted", properties: new { plan = "pro" });
        await Page.GotoAsync($"/automations/{id}");
        await Page.GetByText("Graph", new() { Exact = true }).ClickAsync();
        await Expect(Page.Locator("[data-stop=which]")).ToBeVisibleAsync();
        await CheckAsync("steps as a graph");
        await Page.Locator("[data-stop=which]").ClickAsync();
        await Expect(Page.GetByLabel("Condition of Paying, group 1", new() { Exact = true }).Or(Page.GetByLabel("Condition of Paying", new() { Exact = true })).First).ToBeVisibleAsync();
        await CheckAsync("a step inspected");
        await CloseSheetAsync();
        await Page.Locator("[data-stop='trigger → which']").ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Menuitem).First).ToBeVisibleAsync();
        await CheckAsync("steps to add in the graph");
        await Page.Keyboard.PressAsync("Escape");
        await Button("Version 1").ClickAsync();
        await Expect(Page.GetByText("Version 1, the newest")).ToBeVisibleAsync();
        await CheckAsync("versions");
        await Button("Close").ClickAsync();
        await Page.GetByText("List", new() { Exact = true }).ClickAsync();
        var steps = Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Edit: ") });
        await Expect(steps.First).ToBeVisibleAsync();
        foreach (var step in await steps.AllAsync())
        {
            await step.ClickAsync();
        }

        await CheckAsync("steps being edited");
        await Button("Add a step").ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Menuitem).First).ToBeVisibleAsync();
        await CheckAsync("steps to add");
        await VisitAsync($"/automations/{id}?tab=enrollments&step=pause", "Show all steps");
        await VisitAsync($"/enrollments/{sent.GetProperty("decisions")[0].GetProperty("enrollmentId").GetString()}", "the trigger event");
    }

    private async Task CheckMenusAsync()
    {
        await Page.GotoAsync("/contacts");
        await Button("Columns").ClickAsync();
        await CheckOpenAsync(AriaRole.Menuitemcheckbox, "columns");

        if (width < 768)
        {
            await Button("Open menu").ClickAsync();
        }

        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Workspace ") }).ClickAsync();
        await CheckOpenAsync(AriaRole.Menuitem, "workspaces");
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Account ") }).ClickAsync();
        await CheckOpenAsync(AriaRole.Menuitem, "account menu");
        await Page.Keyboard.PressAsync("Control+k");
        await Expect(Page.GetByPlaceholder("Page, automation, contact or event name")).ToBeVisibleAsync();
        await CheckAsync("palette");
    }

    // Lists that open beside fields; each page's fields were checked with the page.
    private async Task CheckOpenPickersAsync(string automation)
    {
        await Page.GotoAsync("/settings/events?name=signUp");
        await CheckPickersAsync("Event name", "Received", "Origin");
        await Button("Saved filters").ClickAsync();
        await Expect(Field("Name of the filter")).ToBeVisibleAsync();
        await CheckAsync("saved filters", "[role=dialog]");
        await Page.GotoAsync($"/automations/{automation}");
        await CheckPickersAsync("Event name", "Exit on events");
        await Button("Add a condition").ClickAsync();
        await CheckPickersAsync("Condition: field", "Condition: comparison");
        await Page.GotoAsync("/settings/workspace");
        await CheckPickersAsync("The workspace’s time zone");
    }

    private async Task CheckPickersAsync(params string[] labels)
    {
        foreach (var label in labels)
        {
            await Picker(label).ClickAsync();
            await Expect(Page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
            await CheckAsync($"{label}, open", "[role=listbox]");
            await Page.Keyboard.PressAsync("Escape");
            await Expect(Page.GetByRole(AriaRole.Option)).ToHaveCountAsync(0);
        }
    }

    private async Task CheckOpenAsync(AriaRole item, string page)
    {
        await Expect(Page.GetByRole(item).First).ToBeVisibleAsync();
        await CheckAsync($"{page}, open");
        await Page.Keyboard.PressAsync("Escape");
        await Expect(Page.GetByRole(item)).ToHaveCountAsync(0);
    }

    // On a phone the inspector is a sheet above the graph.
    private async Task CloseSheetAsync()
    {
        if (width < 1088)
        {
            await Button("Close").ClickAsync();
            await Expect(Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        }
    }

    private async Task CheckSuppressionsAsync()
    {
        await VisitAsync("/suppressions", "No suppressions yet");
        await PostAsync("/api/suppressions", new { email = "somebody.with.a.very.long.address@subdomain.example.com", scope = "marketing" });
        await PostAsync("/api/suppressions", new { email = "bob@example.com" });
        await VisitAsync("/suppressions", "bob@example.com");
        await Button("Remove the suppression of bob@example.com").ClickAsync();
        await Expect(Page.GetByText("This address can get email again.")).ToBeVisibleAsync();
        await CheckAsync("lifting");
        await Button("Cancel").ClickAsync();
        await Button("Import…").ClickAsync();
        await Field("Addresses").FillAsync("zoe@example.com\nnobody");
        await CheckAsync("importing");
        await Button("Import").ClickAsync();
        await Expect(Page.GetByText("1 line was not imported")).ToBeVisibleAsync();
        await CheckAsync("imported");
        await VisitAsync("/u/nothing", "This link doesn’t work");
    }

    private async Task CheckSettingsAsync()
    {
        await PostAsync("/api/api-keys", new { name = "Checkout service", scopes = Scopes });
        var invitation = await PostAsync("/api/invitations", new { role = "member" });
        await VisitAsync("/settings/api-keys", "never used");
        await Button("New API key").ClickAsync();
        await Field("Name").FillAsync("Reporting");
        await CheckAsync("new key");
        await Button("Create key").ClickAsync();
        await Expect(Page.GetByText("It is shown only once")).ToBeVisibleAsync();
        await CheckAsync("key shown");
        await VisitAsync("/settings/members", "Pending invitations");
        await Button("Invite").ClickAsync();
        await Expect(Field("Email")).ToBeVisibleAsync();
        await CheckAsync("invite");
        await VisitAsync("/settings/workspace", "Keep them forever");
        await VisitAsync("/account", "Change password");
        await VisitAsync(new Uri(invitation.GetProperty("link").GetString()!).PathAndQuery + "#" + invitation.GetProperty("token").GetString(), "You are signed in as");
        await VisitAsync("/invite#nothing", "This link no longer works");
    }

    private async Task VisitAsync(string path, string shown)
    {
        await Page.GotoAsync(path);
        await Expect(Page.GetByText(shown).First).ToBeVisibleAsync();
        await CheckAsync(path);
    }

    private async Task CheckAsync(string page, string? inside = null)
    {
        (await Accessibility.CheckAsync(Page, inside)).Should().BeEmpty($"{page} is for everyone at {width}");
        (await Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(width, $"{page} is {width} wide");

        // Only colours differ in the dark.
        await ShowInAsync(ColorScheme.Dark);
        (await Accessibility.CheckContrastAsync(Page, inside)).Should().BeEmpty($"{page} is for everyone in the dark at {width}");
        await ShowInAsync(ColorScheme.Light);
    }

    // The app takes the scheme over a moment later; pages without it have it at once.
    private async Task ShowInAsync(ColorScheme scheme)
    {
        await Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await Page.WaitForFunctionAsync("scheme => (document.documentElement.dataset.mantineColorScheme ?? scheme) === scheme", scheme == ColorScheme.Dark ? "dark" : "light");
    }
}
