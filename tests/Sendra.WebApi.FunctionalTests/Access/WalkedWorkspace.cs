using System.Text.Json;
using Sendra.WebApi.FunctionalTests.Contacts;
using Sendra.WebApi.FunctionalTests.EventSources;

namespace Sendra.WebApi.FunctionalTests.Access;

/// <summary>A workspace that has one of everything.</summary>
internal sealed record WalkedWorkspace
{
    public const string CustomField = "favouriteColour";

    public required TestClient Client { get; init; }

    public required string ContactEmail { get; init; }

    public required Guid AutomationId { get; init; }

    public required Guid TemplateId { get; init; }

    public required Guid MessageId { get; init; }

    public required Guid PatternId { get; init; }

    public required Guid SourceId { get; init; }

    public required Guid DeliveryId { get; init; }

    public required Guid EventId { get; init; }

    public required Guid ContactId { get; init; }

    public required Guid ImportId { get; init; }

    public required Guid EnrollmentId { get; init; }

    public required Guid ApiKeyId { get; init; }

    public required Guid InvitationId { get; init; }

    public Guid Id => Client.WorkspaceId;

    public Guid MemberId => Client.UserId;

    /// <summary>What no answer to another workspace may contain.</summary>
    public IEnumerable<string> Traces =>
    [
        ContactEmail,
        Client.Email,
        .. ((Guid[])[Id, MemberId, AutomationId, TemplateId, MessageId, PatternId, SourceId, DeliveryId, EventId, ContactId, ImportId, EnrollmentId, ApiKeyId, InvitationId])
            .Select(id => id.ToString()),
    ];

    public static async Task<WalkedWorkspace> MakeAsync(TestApp app)
    {
        var client = await app.RegisterAsync();
        var email = $"{Guid.NewGuid():N}@example.com";
        await MakeAsync(client, "/api/custom-fields", new { name = CustomField, type = "text" });
        var automation = await MakeAsync(client, "/api/automations", new
        {
            name = "Theirs",
            trigger = new { eventName = "signUp" },
            frequency = "everyTime",
            exitEvents = (string[])["left"],
        });
        (await client.PostAsync($"/api/automations/{IdOf(automation)}/activate")).ShouldBe(200);
        var source = await Source.CreateAsync(client);
        (await source.PostAsync("""{"nothing":"to map"}""")).ShouldBe(200);
        await MakeAsync(client, "/api/suppressions", new { email });
        var sent = (await client.PostAsync("/api/events/send", new { email, eventName = "signUp", contactProperties = new { firstName = "Ada" } })).ShouldBe(200).Json;
        (await client.PutAsync("/api/workspace/settings", new { sender = new { fromName = "Theirs", fromEmail = "theirs@example.com" } })).ShouldBe(200);
        var template = IdOf(await MakeAsync(client, "/api/templates", new { name = "Theirs", subject = "Theirs", format = "html", source = "<p>Theirs</p>" }));
        var message = (await client.PostAsync($"/api/templates/{template}/test-send", new { to = client.Email })).ShouldBe(200).Json;
        return new WalkedWorkspace
        {
            Client = client,
            ContactEmail = email,
            AutomationId = IdOf(automation),
            TemplateId = template,
            MessageId = IdOf(message),
            PatternId = IdOf(await MakeAsync(client, "/api/event-patterns", new { name = "signUp" })),
            SourceId = source.Id,
            DeliveryId = IdOf((await source.DeliveriesAsync())[0]),
            EventId = sent.GetProperty("eventId").GetGuid(),
            ContactId = IdOf(await FirstAsync(client, "/api/contacts")),
            ImportId = IdOf(await client.ImportAsync($"email\n{email}")),
            EnrollmentId = IdOf(await FirstAsync(client, "/api/enrollments")),
            ApiKeyId = IdOf(await MakeAsync(client, "/api/api-keys", new { name = "Theirs", scopes = (string[])["read"] })),
            InvitationId = IdOf(await MakeAsync(client, "/api/invitations", new { role = "member" })),
        };
    }

    private static async Task<JsonElement> MakeAsync(TestClient client, string path, object body) => (await client.PostAsync(path, body)).ShouldBe(201).Json;

    private static async Task<JsonElement> FirstAsync(TestClient client, string path) =>
        (await client.GetAsync(path)).ShouldBe(200).Json.GetProperty("items")[0];

    private static Guid IdOf(JsonElement json) => json.GetProperty("id").GetGuid();
}
