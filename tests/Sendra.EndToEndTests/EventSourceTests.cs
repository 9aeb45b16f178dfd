using System.Text.RegularExpressions;

namespace Sendra.EndToEndTests;

public sealed class EventSourceTests : EndToEndTest
{
    private const string Payload = """{"id":"evt_1","type":"invoicePaid","data":{"customer":{"email":"ada@example.com"}}}""";

    [SetUp]
    public Task SignUp() => SignUpAsync();

    [Test]
    public async Task S9_a_source_made_by_clicking_fields_takes_deliveries_that_the_log_shows()
    {
        var url = await MakeByClickingAsync();

        await DeliverAsync(url, Payload);
        await Page.ReloadAsync();

        await Expect(Link("Became an event.")).ToBeVisibleAsync();
        await Link("Events").ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Cell, new() { Name = "Billing" })).ToBeVisibleAsync();
        await Link("invoicePaid").ClickAsync();
        await Expect(Page.GetByText("Webhook, Billing")).ToBeVisibleAsync();
    }

    [Test]
    public async Task S5_a_skipped_delivery_says_why_and_is_replayed_once_the_mapping_is_mended()
    {
        var url = await MakeByClickingAsync();
        await DeliverAsync(url, """{"id":"evt_2","type":"invoicePaid","data":{"email":"grace@example.com"}}""");
        await Page.ReloadAsync();
        await Expect(Page.GetByText("There is no email at data.customer.email")).ToBeVisibleAsync();

        await Page.GetByRole(AriaRole.Tab, new() { Name = "Mapping" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "email \"grace@example.com\"" }).ClickAsync();
        await Expect(Page.GetByText("This becomes the event invoicePaid of grace@example.com")).ToBeVisibleAsync();
        await SavedByAsync("PUT", () => Button("Save").ClickAsync());
        await Page.GetByRole(AriaRole.Tab, new() { Name = "Deliveries" }).ClickAsync();
        await Button("Replay all skipped").ClickAsync();

        await Expect(Link("Became an event.")).ToBeVisibleAsync();
    }

    [Test]
    public async Task S8_a_preset_fills_in_where_things_are()
    {
        await Page.GotoAsync("/settings/events/sources/new");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Stripe" }).ClickAsync();
        await Expect(Field("Email path")).ToHaveValueAsync(new Regex(@"^data\.object\.customer_details\.email "));
        await Expect(Field("Event name path")).ToHaveValueAsync("type");
    }

    [Test]
    public async Task S17_stripe_is_connected_without_a_detour()
    {
        await Page.GotoAsync("/settings/events/sources/new");
        var clicks = await Clicks.CountAsync(Page);
        await Field("Search senders").FillAsync("stripe");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Stripe" }).ClickAsync();
        await Button("Create source").ClickAsync();
        await Expect(Heading("Nothing has been delivered yet")).ToBeVisibleAsync();
        var url = await Page.Locator("code").First.InnerTextAsync();
        const string Paid = """{"id":"evt_1","type":"invoice.paid","data":{"object":{"customer_email":"ada@example.com"}}}""";
        await DeliverAsync(url, Paid, ("Stripe-Signature", StripeSignature(Paid)));

        // Stripe shows its secret only now that it knows the URL.
        await Page.GetByRole(AriaRole.Tab, new() { Name = "Mapping" }).ClickAsync();
        await Field("Signing secret").FillAsync("whsec_1");
        await SavedByAsync("PUT", () => Button("Save").ClickAsync());
        await Page.GetByRole(AriaRole.Tab, new() { Name = "Deliveries" }).ClickAsync();
        await SavedByAsync("POST", () => Button("Replay all skipped").ClickAsync());

        await Link("Events").ClickAsync();
        await Expect(Link("invoice.paid")).ToBeVisibleAsync();
        await clicks.ExpectAtMostAsync(8, "there is no detour");
    }

    [Test]
    public async Task S11_sendgrid_is_connected_in_under_a_minute_and_a_list_of_three_is_three_events()
    {
        await Page.GotoAsync("/settings/events/sources/new");
        var clicks = await Clicks.CountAsync(Page);
        await Page.GetByRole(AriaRole.Button, new() { Name = "SendGrid" }).ClickAsync();
        await Page.GetByRole(AriaRole.Combobox, new() { Name = "Signature check" }).ClickAsync();
        await Page.GetByRole(AriaRole.Option, new() { Name = "No check" }).ClickAsync();
        await Button("Create source").ClickAsync();
        await Expect(Heading("Nothing has been delivered yet")).ToBeVisibleAsync();
        var url = await Page.Locator("code").First.InnerTextAsync();

        await DeliverAsync(url, """[{"email":"a@example.com","event":"open","sg_event_id":"1"},{"email":"b@example.com","event":"click","sg_event_id":"2"},{"email":"c@example.com","event":"bounce","sg_event_id":"3"}]""");

        await Expect(Link("3 of 3 items became events.")).ToBeVisibleAsync();
        await Link("Events").ClickAsync();
        foreach (var name in new[] { "email.opened", "email.clicked", "email.bounced" })
        {
            await Expect(Link(name)).ToBeVisibleAsync();
        }

        await clicks.ExpectAtMostAsync(5, "it is done in under a minute");
    }

    [Test]
    public async Task S12_clicking_a_second_field_adds_a_place_and_names_that_came_are_ignored_by_a_click()
    {
        var source = await PostAsync("/api/event-sources", new { name = "Shop", emailPath = "email", eventName = new { path = "type" } });
        var url = source.GetProperty("url").GetString()!;
        await DeliverAsync(url, """{"type":"orders/paid","email":"ada@example.com"}""");
        await DeliverAsync(url, """{"type":"orders/create","customer":{"email":"grace@example.com"}}""");
        await Page.GotoAsync($"/settings/events/sources/{source.GetProperty("id").GetString()}");

        await Page.GetByText("There is no email at email").ClickAsync();
        await Link("Open in the mapping").ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "email \"grace@example.com\"" }).ClickAsync();
        await Expect(Field("Email path")).ToHaveValueAsync("customer.email || email");
        await Expect(Page.GetByText("This becomes the event orders.create of grace@example.com")).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Radiogroup, new() { Name = "What happens to orders/paid" }).GetByText("Ignore").ClickAsync();
        await Expect(Field("Only these events")).ToHaveValueAsync("orders/create");
        await Page.GetByRole(AriaRole.Combobox, new() { Name = "Delivery", Exact = true }).ClickAsync();
        await Page.GetByRole(AriaRole.Option, new() { NameRegex = new Regex("^2\\. .*processed") }).ClickAsync();
        await Expect(Page.GetByText("isn’t among the names").Or(Page.GetByText("isn't among the names"))).ToBeVisibleAsync();
    }

    [Test]
    public async Task A_test_delivery_of_a_presets_sample_shows_its_outcome_and_leads_to_the_delivery()
    {
        await Page.GotoAsync("/settings/events/sources/new");
        await Page.GetByRole(AriaRole.Button, new() { Name = "SendGrid" }).ClickAsync();
        await Expect(Page.GetByText("The list has 3 items. The first one becomes the event email.opened of ada@example.com")).ToBeVisibleAsync();
        await Button("Create source").ClickAsync();
        await Expect(Page.GetByText("Nothing received yet")).ToBeVisibleAsync();
        await Expect(Page.GetByText("Signature: waiting for the secret")).ToBeVisibleAsync();

        await Button("Send a test delivery…").ClickAsync();
        var dialog = Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        await Expect(dialog.GetByText("3 of 3 items became events.")).ToBeVisibleAsync();
        await dialog.GetByLabel("Body").FillAsync("""[{"event":"open"}]""");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Send again" }).ClickAsync();
        await Expect(dialog.GetByText("There is no email at email")).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Link, new() { Name = "See the delivery" }).ClickAsync();

        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Delivery", Exact = true })).ToBeVisibleAsync();
        await Expect(Page.GetByText("Sendra-Test")).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("Escape");
        await Expect(Page.GetByText("2 deliveries in the last 24 hours: 1 skipped")).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Img, new() { NameRegex = new Regex("^Chart by day: 1 processed, 1 skipped, 0 refused in the last 30 days") })).ToBeVisibleAsync();
    }

    [Test]
    public async Task S14_braintree_is_connected_with_both_keys_before_it_asks()
    {
        await Page.GotoAsync("/settings/events/sources/new");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Braintree" }).ClickAsync();
        await Field("Public key").FillAsync("integration_public_key");
        await Page.GetByLabel("Private key").FillAsync("integration_private_key");
        await Button("Create source").ClickAsync();
        await Expect(Heading("Nothing has been delivered yet")).ToBeVisibleAsync();
        var url = await Page.Locator("code").First.InnerTextAsync();

        using var client = new HttpClient();
        (await client.GetStringAsync(new Uri(url + "?bt_challenge=20f9f8ed05f77439fe955c977e4c8a53"))).Should().Be("integration_public_key|d9b899556c966b3f06945ec21311865d35df3ce4");

        await Expect(Link("The sender’s question was answered.")).ToBeVisibleAsync();
    }

    [Test]
    public async Task S2_a_wrong_path_is_refused_at_its_field()
    {
        await Page.GotoAsync("/settings/events/sources/new");
        await Page.GetByRole(AriaRole.Button, new() { Name = "By hand" }).ClickAsync();
        await Field("Name").FillAsync("Billing");
        await Field("Email path").FillAsync("data..email");
        await Field("Event name path").FillAsync("type");
        await Button("Create source").ClickAsync();
        await Expect(Field("Email path")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(Field("Email path")).ToHaveValueAsync("data..email");
    }

    [Test]
    public async Task S9_the_mapping_is_tried_on_the_newest_delivery_that_holds_something_with_its_headers()
    {
        var source = await PostAsync("/api/event-sources", new
        {
            name = "Shop",
            emailPath = "customer.email",
            eventName = new { path = "header:X-Shopify-Topic" },
        });
        var url = source.GetProperty("url").GetString()!;
        await DeliverAsync(url, """{"id":820982911946154508,"customer":{"email":"ada@example.com"}}""", ("X-Shopify-Topic", "orders"));
        await DeliverAsync(url, "{}");
        await Page.GotoAsync($"/settings/events/sources/{source.GetProperty("id").GetString()}?tab=mapping");

        await Expect(Page.GetByText("This becomes the event orders of ada@example.com")).ToBeVisibleAsync();
        await Expect(Field("Headers")).ToHaveValueAsync(new Regex("X-Shopify-Topic: orders"));
        await Page.GetByText("Delivery ID", new() { Exact = true }).First.ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "id 820982911946154508" }).ClickAsync();
        await Expect(Page.GetByText("delivery 820982911946154508.")).ToBeVisibleAsync();
    }

    private async Task<string> MakeByClickingAsync()
    {
        await Page.GotoAsync("/settings/events/sources");
        await Link("New source").ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "By hand" }).ClickAsync();
        await Field("Name").FillAsync("Billing");
        await Field("Payload").FillAsync(Payload);
        await Page.GetByRole(AriaRole.Button, new() { Name = "email \"ada@example.com\"" }).ClickAsync();
        await Page.GetByText("Event name", new() { Exact = true }).First.ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "type \"invoicePaid\"" }).ClickAsync();
        await Expect(Page.GetByText("This becomes the event invoicePaid of ada@example.com")).ToBeVisibleAsync();
        await Button("Create source").ClickAsync();
        await Expect(Heading("Nothing has been delivered yet")).ToBeVisibleAsync();
        return await Page.Locator("code").First.InnerTextAsync();
    }

    private static string StripeSignature(string body)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var mac = System.Security.Cryptography.HMACSHA256.HashData("whsec_1"u8, System.Text.Encoding.UTF8.GetBytes($"{now}.{body}"));
        return $"t={now},v1={Convert.ToHexStringLower(mac)}";
    }

    private static async Task DeliverAsync(string url, string payload, params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient();
        using var body = new StringContent(payload, System.Text.Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers)
        {
            client.DefaultRequestHeaders.Add(name, value);
        }

        using var answer = await client.PostAsync(new Uri(url), body);
        answer.EnsureSuccessStatusCode();
    }
}
