using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Mail;

/// <summary>What tests of mails need again and again.</summary>
internal static class MailWords
{
    public const string From = "hello@acme.example.com";

    /// <summary>Somebody whose workspace has a sender.</summary>
    public static async Task<TestClient> RegisterSenderAsync(this TestApp app)
    {
        var client = await app.RegisterAsync();
        (await client.PutAsync("/api/workspace/settings", new
        {
            sender = new { fromName = "Acme", fromEmail = From, replyTo = "help@acme.example.com", postalAddress = "Acme & Co\n1 Main Street" },
        })).ShouldBe(200);
        return client;
    }

    /// <summary>A template.</summary>
    public static async Task<string> TemplateAsync(
        this TestClient client, string source = "<p>Hello {{ contact.firstName }}</p>", string subject = "Hello {{ contact.firstName }}", string? text = null) =>
        (await client.PostAsync("/api/templates", new { name = "Welcome", subject, format = "html", source, text })).ShouldBe(201).Json.GetProperty("id").GetString()!;

    /// <summary>The step that sends it.</summary>
    public static object Mail(string templateId, string kind = "marketing", string id = "mail", string? next = null, string? subject = null, string? from = null) =>
        new { id, type = "sendEmail", templateId, kind, subject, from, next };

    /// <summary>Sends by a server until the test ends.</summary>
    public static IAsyncDisposable SendBy(this TestApp app, Dictionary<string, string> settings) =>
        app.Node.Services.GetRequiredService<MailSwitch>().Use(settings);

    /// <summary>The newest message to an address.</summary>
    public static async Task<JsonElement> MessageAsync(this TestClient client, string email)
    {
        var item = (await client.ItemsAsync("/api/messages?limit=200")).First(one => one.Text("email") == email);
        return (await client.GetAsync($"/api/messages/{item.Text("id")}")).ShouldBe(200).Json;
    }

    /// <summary>The newest message to an address, once it is as asked for.</summary>
    public static async Task<JsonElement> UntilMessageAsync(this TestClient client, string email, Func<JsonElement, bool> isSo)
    {
        for (var began = Stopwatch.GetTimestamp(); ;)
        {
            var message = await client.MessageAsync(email);
            if (isSo(message))
            {
                return message;
            }

            Stopwatch.GetElapsedTime(began).Should().BeLessThan(TimeSpan.FromSeconds(60), $"something should have happened to {message}");
            await Looks.AgainAsync();
        }
    }

    public static string Status(this JsonElement message) => message.Text("status");

    public static string[] Moments(this JsonElement message) => [.. message.GetProperty("timeline").EnumerateArray().Select(moment => moment.Text("type"))];
}
