using System.Text.RegularExpressions;

namespace Sendra.EndToEndTests;

/// <summary>What keyboards and small screens need.</summary>
public sealed class ShellTests : EndToEndTest
{
    /// <summary>Below this fingers miss (WCAG 2.2, target size).</summary>
    private const float SmallestTarget = 24;

    protected override ViewportSize Viewport => new() { Width = 390, Height = 844 };

    [SetUp]
    public Task SignUp() => SignUpAsync();

    [Test]
    public async Task Escape_closes_the_menu_and_leads_back_to_its_button()
    {
        await Page.GotoAsync("/contacts");
        await Button("Open menu").ClickAsync();
        await Expect(Link("Automations")).ToBeInViewportAsync();

        await Page.Keyboard.PressAsync("Escape");

        await Expect(Button("Open menu")).ToBeFocusedAsync();
        await Expect(Link("Automations")).Not.ToBeInViewportAsync();
    }

    [Test]
    public async Task Escape_closes_what_was_opened_from_the_menu_first()
    {
        await Page.GotoAsync("/contacts");
        await Button("Open menu").ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Workspace ") }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Menuitem).First).ToBeVisibleAsync();

        await Page.Keyboard.PressAsync("Escape");
        await Expect(Page.GetByRole(AriaRole.Menuitem)).ToHaveCountAsync(0);
        await Expect(Link("Automations")).ToBeInViewportAsync();

        await Page.Keyboard.PressAsync("Escape");
        await Expect(Link("Automations")).Not.ToBeInViewportAsync();
    }

    [Test]
    public async Task What_can_be_picked_is_large_enough_for_a_finger()
    {
        await SendAsync("signUp");
        await PostAsync("/api/event-patterns", new { name = "invoicePaid" });
        await Page.GotoAsync("/automations/new");
        await Picker("Event name").FocusAsync();
        await AreLargeEnoughAsync(Page.GetByRole(AriaRole.Option));
        await Page.Keyboard.PressAsync("Escape");
        await Picker("Exit on events").ClickAsync();
        await AreLargeEnoughAsync(Page.GetByRole(AriaRole.Option));

        await Page.GotoAsync("/settings/events/sources/new");
        await Page.GetByRole(AriaRole.Button, new() { Name = "By hand" }).ClickAsync();
        await Field("Payload").FillAsync("""{"email":"ada@example.com","type":"paid"}""");
        await AreLargeEnoughAsync(Page.GetByRole(AriaRole.List, new() { Name = "Payload" }).GetByRole(AriaRole.Button));
    }

    [Test]
    public async Task A_long_name_of_a_source_leaves_room_for_the_event()
    {
        var source = await PostAsync("/api/event-sources", new { name = "Billing of the shop in Europe, with a name that goes on for as long as names may", emailPath = "email", eventName = new { path = "type" } });
        await PostAsync(new Uri(source.GetProperty("url").GetString()!).AbsolutePath, new { type = "paid", email = "ada@example.com" });
        await Page.GotoAsync("/settings/events");

        await Expect(Link("paid")).ToBeVisibleAsync();
        var email = await Page.GetByRole(AriaRole.Cell, new() { Name = "ada@example.com", Exact = true }).BoundingBoxAsync();
        email!.Width.Should().BeGreaterThan(120);
    }

    // As after an update of the server, in a page that was open before.
    [Test]
    public async Task When_dialogs_can_no_longer_be_loaded_the_page_stays_and_says_so()
    {
        await SignUpAsync();
        await Page.RouteAsync("**/assets/DialogHost-*.js", route => route.AbortAsync());
        await Page.GotoAsync("/contacts");
        await Heading("Contacts").ClickAsync();

        await Expect(Page.GetByText("Part of this page couldn’t be loaded")).ToBeVisibleAsync();
        await Expect(Button("Reload the page")).ToBeVisibleAsync();
        await Expect(Heading("Contacts")).ToBeVisibleAsync();
    }

    private static async Task AreLargeEnoughAsync(ILocator targets)
    {
        await Expect(targets.First).ToBeVisibleAsync();
        foreach (var target in await targets.AllAsync())
        {
            (await target.BoundingBoxAsync())!.Height.Should().BeGreaterThanOrEqualTo(SmallestTarget);
        }
    }
}
