using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.EventSources;

/// <summary>What was encrypted by a data-protection key that is gone can't be read; all else works. A key may be there twice.</summary>
public sealed class LostKeyTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task H1_a_source_whose_token_and_secret_can_not_be_opened_is_shown_edited_rotated_and_called()
    {
        var ada = await App.RegisterAsync();
        var open = await Source.CreateAsync(ada);
        string[] secrets = ["It's a Secret to Everybody"];
        var signed = await Source.CreateAsync(ada, new
        {
            name = "Signed",
            emailPath = "email",
            eventName = new { path = "event" },
            signature = new { scheme = "github", secrets },
        });
        await App.Database.ScalarAsync("UPDATE event_source_tokens SET protected_text = 'CfDJ8AAAA'");
        await App.Database.ScalarAsync("UPDATE event_sources SET signature = REPLACE(signature, 'CfDJ8', 'CfDJ9') WHERE signature IS NOT NULL");
        const string Body = """{"email":"bob@example.com","event":"paid"}""";

        (await ada.ItemsAsync("/api/event-sources")).Should().OnlyContain(source => source.Text("url").EndsWith("/api/webhooks/lost", StringComparison.Ordinal));
        (await open.PostAsync(Body)).ShouldBe(200).Json.Text("status").Should().Be("processed");
        (await signed.PostAsync(Body, ("X-Hub-Signature-256", $"sha256={new string('0', 64)}"))).ShouldBe(401);
        (await signed.EditAsync(new { name = "Open", emailPath = "email", eventName = new { path = "event" } })).Text("name").Should().Be("Open");
        var rotated = (await ada.PostAsync($"{open.Path}/rotate", new { })).ShouldBe(200).Json.Text("url");
        rotated.Should().NotEndWith("/lost");
    }

    [Test]
    public async Task H1_a_key_that_was_stored_twice_by_a_repeated_store_is_read_once()
    {
        var ada = await App.RegisterAsync();
        var source = await Source.CreateAsync(ada);
        await App.Database.ScalarAsync("INSERT INTO data_protection_keys (friendly_name, xml) SELECT friendly_name, xml FROM data_protection_keys");
        try
        {
            await using var other = await App.StartSecondNodeAsync();
            var there = other.As(ada);

            (await there.ItemsAsync("/api/event-sources")).Single().Text("url").Should().EndWith(new Uri(source.Url).AbsolutePath);
            (await Source.CreateAsync(there)).Url.Should().NotEndWith("/lost");
        }
        finally
        {
            await App.Database.ScalarAsync("DELETE FROM data_protection_keys WHERE id NOT IN (SELECT MIN(id) FROM data_protection_keys GROUP BY friendly_name)");
        }
    }
}
