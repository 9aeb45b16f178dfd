using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Workspaces;

public sealed class TimeZoneTests(string provider) : FunctionalTest(provider)
{
    private const string Path = "/api/workspace/settings";

    [Test]
    public async Task What_is_absent_stays_as_it_is()
    {
        var ada = await App.RegisterAsync();
        (await ada.PostAsync("/api/custom-fields", new { name = "zone", type = "text" })).ShouldBe(201);
        (await ada.PutAsync(Path, new { timeZone = "Europe/Berlin", contactTimeZoneField = "zone" })).ShouldBe(200);
        (await ada.PutAsync(Path, new { retentionDays = 30 })).ShouldBe(200);

        (await ada.GetAsync(Path)).ShouldBe(200).Text.Should().StartWith("""{"retentionDays":30,"timeZone":"Europe/Berlin","contactTimeZoneField":"zone","contentDays":30""");
        (await ada.PutAsync(Path, new { contactTimeZoneField = (string?)null })).ShouldBe(200).Text
            .Should().StartWith("""{"retentionDays":30,"timeZone":"Europe/Berlin","contactTimeZoneField":null,"contentDays":30""");
        (await (await App.RegisterAsync()).GetAsync(Path)).ShouldBe(200).Text.Should().Contain("UTC", "it is another workspace");
    }

    [TestCase("timeZone", "Europe/Atlantis")]
    [TestCase("timeZone", "UTC+2")]
    [TestCase("timeZone", "")]
    [TestCase("timeZone", null)]
    [TestCase("contactTimeZoneField", "undeclared")]
    [TestCase("contactTimeZoneField", "age")]
    [TestCase("contactTimeZoneField", "a\0b")]
    public async Task F8_a_zone_must_be_in_the_tz_database_and_its_field_be_a_text(string field, string? value)
    {
        var ada = await App.RegisterAsync();
        (await ada.PostAsync("/api/custom-fields", new { name = "age", type = "number" })).ShouldBe(201);

        (await ada.PutAsync(Path, new Dictionary<string, string?> { [field] = value })).ShouldRefuse(field);
    }

    [Test]
    public async Task C1_a_date_in_a_trigger_condition_begins_in_the_zone_of_the_workspace()
    {
        var ada = await App.RegisterAsync();
        var where = new { field = "event.at", op = "before", value = "2026-05-01" };
        var automation = (await ada.PostAsync("/api/automations", new { name = "Spring", trigger = new { eventName = "booked", where } })).ShouldBe(201).Json;
        (await ada.PostAsync($"/api/automations/{automation.Text("id")}/activate", new { })).ShouldBe(200);
        var booked = new { email = "bob@example.com", eventName = "booked", eventProperties = new { at = "2026-04-30T22:30:00Z" } };

        (await ada.PostAsync("/api/events/send", booked)).ShouldBe(200).Json.GetProperty("enrolled").GetInt32().Should().Be(1);
        (await ada.PutAsync(Path, new { timeZone = "Europe/Berlin" })).ShouldBe(200);
        (await ada.PostAsync("/api/events/send", booked)).ShouldBe(200).Json.GetProperty("enrolled").GetInt32().Should().Be(0, "in Berlin it is the first of May");
    }
}
