using System.Text.Json;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Templates;

/// <summary>The mails that people begin with are good ones.</summary>
public sealed class StartersTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task M1_each_starter_is_saved_without_a_change_and_renders_with_and_without_values()
    {
        var ada = await App.RegisterAsync(workspaceName: "Acme");
        var starters = (await ada.GetAsync("/api/templates/starters")).ShouldBe(200).Json.EnumerateArray().ToArray();
        starters.Select(starter => starter.Text("id")).Should().Equal("welcome", "trial-ending", "re-engagement", "receipt", "newsletter");
        foreach (var starter in starters)
        {
            var made = (await ada.PostAsync("/api/templates", new
            {
                name = starter.Text("name"),
                subject = starter.Text("subject"),
                preheader = starter.Text("preheader"),
                format = starter.Text("format"),
                source = starter.Text("source"),
            })).ShouldBe(201).Json;

            // A receipt is no marketing.
            made.GetProperty("warnings").EnumerateArray().Select(warning => warning.Text("code"))
                .Should().Equal(starter.Text("id") == "receipt" ? ["unsubscribeLinkMissing"] : Array.Empty<string>());
            var bare = await PreviewAsync(ada, made.Text("id"), new { });
            bare.Text("subject").Should().NotBeEmpty().And.NotContainAny("  ", " ,", "{");
            bare.Text("text").Should().StartWith("Acme\n\n").And.NotContainAny("{", "}", "color:");
            var full = await PreviewAsync(ada, made.Text("id"), new
            {
                contact = new { email = "bob@example.com", firstName = "Bob" },
                @event = new { plan = "Team", trialEndsAt = "2026-03-07", number = "R-1", paidAt = "2026-03-01", total = "29.00", currency = "EUR", url = "https://example.com/r/1", items = new[] { new { name = "Team & Co", quantity = 2, price = "14.50" } } },
            });
            (full.Text("subject") + full.Text("text")).Should().Contain(starter.Text("id") is "receipt" ? "Team & Co | 2 | 14.50 EUR" : "Bob");
        }
    }

    [Test]
    public async Task M1_dates_and_items_of_starters_come_from_the_event()
    {
        var ada = await App.RegisterAsync();
        var starters = (await ada.GetAsync("/api/templates/starters")).ShouldBe(200).Json.EnumerateArray().ToDictionary(starter => starter.Text("id"));

        var trial = await DraftAsync(ada, starters["trial-ending"], new { trialEndsAt = "2026-03-07T10:00:00Z", plan = "Team" });
        var receipt = await DraftAsync(ada, starters["receipt"], new { number = "R-1", total = 29, currency = "EUR", url = "https://example.com/r/1" });

        trial.Text("subject").Should().Be("Your trial ends on March 7");
        trial.Text("text").Should().Contain("Your trial ends on Saturday, March 7").And.Contain("Your plan: Team").And.Contain("Choose a plan (https://example.com/billing)").And.Contain("Unsubscribe (https://example.com/unsubscribe)");
        receipt.Text("subject").Should().StartWith("Your receipt R-1 from ");
        receipt.Text("text").Should().Contain("Item | Quantity | Price\nTotal | 29 EUR").And.Contain("View your receipt (https://example.com/r/1)");
    }

    private static async Task<JsonElement> PreviewAsync(TestClient client, string id, object body) => (await client.PostAsync($"/api/templates/{id}/preview", body)).ShouldBe(200).Json;

    private static async Task<JsonElement> DraftAsync(TestClient client, JsonElement starter, object properties) =>
        (await client.PostAsync("/api/templates/preview", new
        {
            template = new { subject = starter.Text("subject"), preheader = starter.Text("preheader"), format = "html", source = starter.Text("source") },
            @event = properties,
        })).ShouldBe(200).Json;
}
