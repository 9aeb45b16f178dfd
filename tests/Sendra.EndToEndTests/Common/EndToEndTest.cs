using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.RegularExpressions;
using NUnit.Framework.Interfaces;

namespace Sendra.EndToEndTests.Common;

/// <summary>A person at a browser, in a workspace of their own.</summary>
[Parallelizable(ParallelScope.None)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public abstract partial class EndToEndTest
{
    protected const string Password = "correct horse battery staple";

    private readonly List<string> complaints = [];
    private IBrowserContext context = null!;

    protected IPage Page { get; private set; } = null!;

    protected virtual ViewportSize Viewport => new() { Width = 1440, Height = 900 };

    protected virtual ReducedMotion Motion => ReducedMotion.Reduce;

    [SetUp]
    public async Task OpenBrowserAsync()
    {
        context = await Stage.Browser.NewContextAsync(new() { BaseURL = Stage.Sendra.Url.ToString(), ViewportSize = Viewport, ReducedMotion = Motion });
        context.SetDefaultTimeout(60_000);
        Assertions.SetDefaultExpectTimeout(60_000);
        Page = await context.NewPageAsync();
        Page.PageError += (_, error) => complaints.Add(error);
        Page.Console += (_, message) => Note(message);
    }

    [TearDown]
    public async Task CloseBrowserAsync()
    {
        if (TestContext.CurrentContext.Result.Outcome.Status == TestStatus.Failed)
        {
            Directory.CreateDirectory(Repository.Pictures);
            var picture = Path.Combine(Repository.Pictures, $"{TestContext.CurrentContext.Test.MethodName}.png");
            await Page.ScreenshotAsync(new() { Path = picture });
            TestContext.Out.WriteLine($"At {Page.Url}; see {picture}");
        }

        await context.CloseAsync();
        complaints.Should().BeEmpty("the browser has nothing to complain about, the Content-Security-Policy included");
    }

    /// <summary>Signs up with the API; the page shares its cookie.</summary>
    /// <returns>The address.</returns>
    protected async Task<string> SignUpAsync()
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        await PostAsync("/api/auth/register", new { email, password = Password, workspaceName = "Analytical Engines" });
        return email;
    }

    /// <summary>Chooses how steps are shown, `graph` or `list`, as somebody did before on this browser.</summary>
    protected Task ShowStepsAsync(string view) => context.AddInitScriptAsync(
        // Frames that show emails may store nothing.
        $"if (self === top) localStorage.setItem('sendra.steps', JSON.stringify('{view}'))");

    /// <summary>Sends an event with the API.</summary>
    protected Task<JsonElement> SendAsync(string eventName, string email = "ada@example.com", object? properties = null) =>
        PostAsync("/api/events/send", new { email, eventName, eventProperties = properties });

    /// <summary>Makes an automation with the API and activates it.</summary>
    protected async Task<string> MakeLiveAsync(string name, string eventName, string frequency = "everyTime", params string[] exitEvents)
    {
        return await ActivateAsync(await PostAsync("/api/automations", new { name, trigger = new { eventName }, frequency, exitEvents }));
    }

    /// <summary>Makes an automation with steps and activates it.</summary>
    protected async Task<string> MakeLiveAsync(string name, string eventName, object[] steps) =>
        await ActivateAsync(await PostAsync("/api/automations", new { name, trigger = new { eventName }, steps }));

    private async Task<string> ActivateAsync(JsonElement made)
    {
        var id = made.GetProperty("id").GetString()!;
        await PostAsync($"/api/automations/{id}/activate");
        return id;
    }

    /// <summary>Sends an event whose body is written out.</summary>
    protected Task<JsonElement> PostRawAsync(string json) =>
        PostAsync("/api/events/send", new APIRequestContextOptions { DataString = json, Headers = [new("Content-Type", "application/json")] });

    protected Task<JsonElement> PostAsync(string path, object? body = null) => PostAsync(path, new APIRequestContextOptions { DataObject = body });

    protected async Task<JsonElement> PutAsync(string path, object body) =>
        await ReadAsync(path, await context.APIRequest.PutAsync(path, new() { DataObject = body }));

    protected async Task<JsonElement> GetAsync(string path) => await ReadAsync(path, await context.APIRequest.GetAsync(path));

    private async Task<JsonElement> PostAsync(string path, APIRequestContextOptions options) =>
        await ReadAsync(path, await context.APIRequest.PostAsync(path, options));

    private static async Task<JsonElement> ReadAsync(string path, IAPIResponse answer)
    {
        answer.Ok.Should().BeTrue($"{path} answered {answer.Status} {await answer.TextAsync()}");
        return answer.Status == 204 ? default : (await answer.JsonAsync())!.Value;
    }

    /// <summary>Does something on the page and waits until the server has taken it: the notice that says so closes by itself.</summary>
    protected Task SavedByAsync(string method, Func<Task> action) =>
        Page.RunAndWaitForResponseAsync(action, answer => answer.Request.Method == method && answer.Ok);

    protected ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    protected ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    protected ILocator Field(string label) => Page.GetByRole(AriaRole.Textbox, new() { Name = label, Exact = true });

    /// <summary>A field that offers what to pick.</summary>
    protected ILocator Picker(string label) => Page.GetByRole(AriaRole.Combobox, new() { Name = label, Exact = true });

    protected ILocator Heading(string name) => Page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true });

    protected static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    protected Task ExpectUrlAsync([StringSyntax(StringSyntaxAttribute.Regex)] string pattern) => Assertions.Expect(Page).ToHaveURLAsync(new Regex(pattern));

    // A refused call is part of what is tested; anything else that the browser reports is a fault.
    private void Note(IConsoleMessage message)
    {
        if (message.Type is "error" or "warning" && !RefusedCall().IsMatch(message.Text))
        {
            complaints.Add(message.Text);
        }
    }

    [GeneratedRegex("^Failed to load resource: (the server responded with a status of|net::ERR_FAILED)|Failed to fetch dynamically imported module")]
    private static partial Regex RefusedCall();
}
