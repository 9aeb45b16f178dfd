using System.Text.Json;

namespace Sendra.WebApi.FunctionalTests.Workspaces;

public sealed class SenderTests(string provider) : FunctionalTest(provider)
{
    private const string Path = "/api/workspace/settings";

    [Test]
    public async Task M4_a_sender_is_kept_as_a_whole_until_it_is_cleared()
    {
        var ada = await App.RegisterAsync();
        SenderOf(await ada.GetAsync(Path)).ValueKind.Should().Be(JsonValueKind.Null);

        SenderOf(await ada.PutAsync(Path, new { sender = new { fromName = " Ada ", fromEmail = "Ada@Example.COM", replyTo = "help@example.com", postalAddress = "1 Main St\r\nSpringfield" } }))
            .GetRawText().Should().Be("""{"fromName":"Ada","fromEmail":"ada@example.com","replyTo":"help@example.com","postalAddress":"1 Main St\nSpringfield"}""");
        SenderOf(await ada.PutAsync(Path, new { retentionDays = 30 })).GetProperty("fromName").GetString().Should().Be("Ada", "what is absent stays");
        SenderOf(await ada.PutAsync(Path, new { sender = new { fromName = "Eve", fromEmail = "eve@example.com", postalAddress = " " } }))
            .GetRawText().Should().Be("""{"fromName":"Eve","fromEmail":"eve@example.com","replyTo":null,"postalAddress":null}""");
        SenderOf(await ada.GetAsync(Path)).GetProperty("fromName").GetString().Should().Be("Eve");
        SenderOf(await (await App.RegisterAsync()).GetAsync(Path)).ValueKind.Should().Be(JsonValueKind.Null, "it is another workspace");

        SenderOf(await ada.PutAsync(Path, new { sender = (object?)null })).ValueKind.Should().Be(JsonValueKind.Null);
        SenderOf(await ada.GetAsync(Path)).ValueKind.Should().Be(JsonValueKind.Null);
    }

    [TestCase("""{}""", "sender.fromName", "sender.fromEmail")]
    [TestCase("""{"fromName":" ","fromEmail":"ada@example.com"}""", "sender.fromName")]
    [TestCase("""{"fromName":"Ada\r\nBcc: eve@example.com","fromEmail":"ada@example.com"}""", "sender.fromName")]
    [TestCase("""{"fromName":"Ada","fromEmail":"ada"}""", "sender.fromEmail")]
    [TestCase("""{"fromName":"Ada","fromEmail":"ada@example.com\r\nBcc: eve@example.com"}""", "sender.fromEmail")]
    [TestCase("""{"fromName":"Ada","fromEmail":"Ada <ada@example.com>"}""", "sender.fromEmail")]
    [TestCase("""{"fromName":"Ada","fromEmail":"ada@example.com, eve@example.com"}""", "sender.fromEmail")]
    [TestCase("""{"fromName":"Ada","fromEmail":"ada@example.com","replyTo":"nobody"}""", "sender.replyTo")]
    [TestCase("""{"fromName":"Ada","fromEmail":"ada@example.com","postalAddress":"1 Main St\u0007"}""", "sender.postalAddress")]
    public async Task M4_a_sender_can_add_no_header_and_has_real_addresses(string sender, params string[] fields)
    {
        var ada = await App.RegisterAsync();

        (await ada.PutAsync(Path, new { sender = JsonElement.Parse(sender) })).ShouldRefuse(fields);
        SenderOf(await ada.GetAsync(Path)).ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Test]
    public async Task M4_long_texts_are_refused_by_name()
    {
        var ada = await App.RegisterAsync();

        var sender = new { fromName = new string('a', 101), fromEmail = "ada@example.com", postalAddress = new string('a', 501) };
        (await ada.PutAsync(Path, new { sender })).ShouldRefuse("sender.fromName", "sender.postalAddress");
    }

    private static JsonElement SenderOf(Answer answer) => answer.ShouldBe(200).Json.GetProperty("sender");
}
