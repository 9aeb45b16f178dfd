using System.Text.Json;
using Sendra.WebApi.FunctionalTests.Ingestion;
using Sendra.WebApi.FunctionalTests.Mail;
using Sendra.WebApi.FunctionalTests.Workflows;

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

    [Test]
    public async Task M4_an_automation_warns_of_a_sender_and_a_postal_address_that_its_mail_lacks()
    {
        var ada = await App.RegisterAsync();
        var template = await ada.TemplateAsync();
        var marketing = await ada.LiveWorkflowAsync("signUp", [MailWords.Mail(template)]);
        var receipt = await ada.LiveWorkflowAsync("bought", [MailWords.Mail(template, "transactional")]);
        var own = await ada.LiveWorkflowAsync("left", [MailWords.Mail(template, "transactional", from: "Own <own@example.com>")]);
        (await MissingAsync(ada, marketing)).Should().Equal("senderMissing", "postalAddressMissing");
        (await MissingAsync(ada, receipt)).Should().Equal("senderMissing");
        (await MissingAsync(ada, own)).Should().BeEmpty();

        (await ada.PutAsync(Path, new { sender = new { fromName = "Ada", fromEmail = "ada@example.com" } })).ShouldBe(200);
        (await MissingAsync(ada, marketing)).Should().Equal("postalAddressMissing");
        (await MissingAsync(ada, receipt)).Should().BeEmpty();
        (await ada.PutAsync(Path, new { sender = new { fromName = "Ada", fromEmail = "ada@example.com", postalAddress = "1 Main St" } })).ShouldBe(200);

        (await MissingAsync(ada, marketing)).Should().BeEmpty();
        Missing((await ada.PostAsync($"/api/automations/{marketing}/activate")).ShouldBe(200).Json).Should().BeEmpty();
    }

    private static async Task<IEnumerable<string>> MissingAsync(TestClient client, string automation) =>
        Missing((await client.GetAsync($"/api/automations/{automation}")).ShouldBe(200).Json);

    private static IEnumerable<string> Missing(JsonElement automation) =>
        automation.GetProperty("warnings").EnumerateArray().Select(warning => warning.Text("code")).Where(code => code.EndsWith("Missing", StringComparison.Ordinal));

    private static JsonElement SenderOf(Answer answer) => answer.ShouldBe(200).Json.GetProperty("sender");
}
