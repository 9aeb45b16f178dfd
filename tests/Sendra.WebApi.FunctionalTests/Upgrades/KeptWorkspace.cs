using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Upgrades;

/// <summary>A small workspace with something of everything, for later releases to find as it was.</summary>
internal static class KeptWorkspace
{
    public const string Owner = "owner@example.com";
    public const string Key = "kept-key";
    public const string KeyedEvent = """{"email":"ada@example.com","eventName":"signUp","eventProperties":{"n":1.10,"text":"\u0000 é 😀"}}""";

    private const string Secret = "kept secret of a source";

    /// <summary>What is asked of every release.</summary>
    private static readonly string[] Lists =
    [
        "/api/events?limit=200", "/api/contacts?limit=200", "/api/enrollments?limit=200", "/api/automations?limit=200", "/api/event-patterns?limit=200", "/api/event-patterns/undeclared?limit=200",
        "/api/event-sources?limit=200", "/api/custom-fields?limit=200", "/api/workspace/settings",
    ];

    /// <summary>Makes it in an empty database.</summary>
    public static async Task FillAsync(TestClient client)
    {
        (await client.PostAsync("/api/auth/register", new { email = Owner, password = TestClient.Password, workspaceName = "Kept" })).ShouldBe(201);
        foreach (var type in (string[])["text", "number", "boolean", "date"])
        {
            (await client.PostAsync("/api/custom-fields", new { name = $"{type}Field", type })).ShouldBe(201);
        }

        var every = await client.LiveAutomationAsync("signUp", "everyTime", "cancelled");
        var once = await client.LiveAutomationAsync("signUp", "oncePerContact", "cancelled", "gone");
        var paused = await client.LiveAutomationAsync("viewed");
        await client.DraftAutomationAsync("drafted");
        var archived = await client.LiveAutomationAsync("signUp");
        (await client.PostAsync($"/api/automations/{paused}/pause")).ShouldBe(200);
        (await client.PostAsync($"/api/automations/{archived}/archive")).ShouldBe(200);
        (await client.PostAsync("/api/event-patterns", new { name = "signUp", description = "Someone signed up." })).ShouldBe(201);
        (await client.EventWithKeyAsync(Key, KeyedEvent)).ShouldBe(200);
        (await client.PostAsync("/api/events/send", new
        {
            email = "bob@bücher.example",
            eventName = "signUp",
            occurredAt = "2020-02-29T12:00:00+02:00",
            contactProperties = new { firstName = "Bob", textField = "ß", numberField = 0.10m, booleanField = false, dateField = "2020-02-29" },
        })).ShouldBe(200);
        foreach (var name in (string[])["viewed", "Un declared 😀", "cancelled", "signUp"])
        {
            await client.EventAsync("bob@bücher.example", name);
        }

        foreach (var (automation, move) in new[] { (every, "exit"), (once, "complete") })
        {
            if ((await client.ItemsAsync($"/api/enrollments?automationId={automation}&status=active")) is [var run, ..])
            {
                (await client.PostAsync($"/api/enrollments/{run.Text("id")}/{move}")).ShouldBe(200);
            }
        }

        (await client.PostAsync("/api/event-sources", new
        {
            name = "Signed",
            emailPath = "email",
            eventName = new { @fixed = "purchased" },
            deliveryIdPath = "id",
            signature = new { scheme = "github", secrets = new[] { Secret } },
        })).ShouldBe(201);
        (await DeliverAsync(client, """{"email":"ada@example.com","id":"1"}""")).ShouldBe(200);
        (await DeliverAsync(client, """{"email":"ada@example.com","id":"1"}""")).ShouldBe(200);
        (await DeliverAsync(client, """{"id":"2"}""")).ShouldBe(200);
    }

    /// <summary>Posts to the source, signed with its secret.</summary>
    public static async Task<Answer> DeliverAsync(TestClient client, string body)
    {
        var source = (await client.ItemsAsync("/api/event-sources")).Single();
        var bytes = Encoding.UTF8.GetBytes(body);
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), bytes));
        return await client.SendAsync(
            HttpMethod.Post, new Uri(source.Text("url")).AbsolutePath, content, ("X-Hub-Signature-256", $"sha256={signature}"));
    }

    /// <summary>Everything that can be read of it, by path.</summary>
    public static async Task<Dictionary<string, string>> ReadAsync(TestClient client)
    {
        (await client.PostAsync("/api/auth/login", new { email = Owner, password = TestClient.Password })).ShouldBe(200);
        var paths = new List<string>(Lists);
        paths.AddRange((await client.ItemsAsync("/api/events?limit=200")).Select(item => $"/api/events/{item.Text("id")}"));
        paths.AddRange((await client.ItemsAsync("/api/contacts")).Select(item => $"/api/contacts/{item.Text("id")}/timeline"));
        paths.AddRange((await client.ItemsAsync("/api/event-sources")).Select(item => $"/api/event-sources/{item.Text("id")}/deliveries"));
        var answers = new Dictionary<string, string>();
        foreach (var path in paths)
        {
            answers.Add(path, (await client.GetAsync(path)).ShouldBe(200).Text);
        }

        return answers;
    }
}
