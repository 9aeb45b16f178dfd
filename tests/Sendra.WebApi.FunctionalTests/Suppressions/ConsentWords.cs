using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Sendra.Application.Suppressions;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Suppressions;

/// <summary>What tests of consent need again and again.</summary>
internal static class ConsentWords
{
    public const string Path = "/api/suppressions";

    /// <summary>A contact, made by an event.</summary>
    public static async Task<Guid> ContactAsync(this TestClient client, string email)
    {
        await client.EventAsync(email, "seen");
        return (await client.ItemsAsync($"/api/contacts?email={Uri.EscapeDataString(email)}")).Single().GetProperty("id").GetGuid();
    }

    /// <summary>The path of an unsubscribe link, as a message has it.</summary>
    public static async Task<string> LinkAsync(this TestApp app, TestClient client, Guid contactId, string email, Guid? messageId = null)
    {
        var links = app.Node.Services.GetRequiredService<IUnsubscribeLinks>();
        var url = await links.UrlForAsync(
            new WorkspaceId(client.WorkspaceId), new ContactId(contactId), email, messageId is { } id ? new MessageId(id) : null, CancellationToken.None);
        return new Uri(url).AbsolutePath;
    }

    /// <summary>Posts as a mailbox provider does (RFC 8058).</summary>
    public static Task<Answer> OneClickAsync(this TestClient client, string link) => client.SendAsync(
        HttpMethod.Post, link, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]), ("Origin", "https://mail.example"), ("Sec-Fetch-Site", "cross-site"));

    /// <summary>What suppresses an address: the address that is kept, scope and origin; null when nothing does.</summary>
    public static async Task<string?> SuppressionAsync(this TestClient client, string email) =>
        (await client.ItemsAsync($"{Path}?email={Uri.EscapeDataString(email)}"))
            .Select(item => $"{item.GetProperty("email").GetString() ?? "erased"} {item.Text("scope")} {item.Text("origin")}").SingleOrDefault();

    public static async Task<JsonElement> ContactSuppressionAsync(this TestClient client, Guid contactId) =>
        (await client.GetAsync($"/api/contacts/{contactId}")).ShouldBe(200).Json.GetProperty("suppression");
}
