using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Sendra.Client;
using Sendra.Client.Common;
using Sendra.Client.Sending;

namespace Sendra.WebApi.FunctionalTests.DotNetClient;

/// <summary>Tests through the .NET client, as an application registers it.</summary>
/// <param name="provider">The database.</param>
public abstract class ClientTest(string provider) : FunctionalTest(provider)
{
    private readonly List<IAsyncDisposable> _hosts = [];

    /// <summary>The clock by which clients wait. Their tries have all the time they want.</summary>
    private protected FakeTimeProvider Clock { get; private set; } = null!;

    private protected Faults Faults { get; private set; } = null!;

    private protected TestClient Owner { get; private set; } = null!;

    private protected SendraClient Client { get; private set; } = null!;

    [SetUp]
    public async Task PrepareAsync()
    {
        (Clock, Owner) = (new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(60)), await App.RegisterAsync());
        Client = (await StartAsync("events:send", "manage")).GetRequiredService<SendraClient>();
    }

    [TearDown]
    public async Task StopAsync()
    {
        foreach (var host in _hosts)
        {
            await PassTimeAsync(host.DisposeAsync().AsTask());
        }

        _hosts.Clear();
        Faults.Dispose();
    }

    private protected async Task<IServiceProvider> StartAsync(params string[] scopes)
    {
        var key = (await App.ProgramAsync(Owner, scopes)).ApiKey!;
        return await StartAsync(options => options.ApiKey = key);
    }

    private protected async Task<IServiceProvider> StartAsync(Action<SendraOptions> configure, Action<EventQueueOptions>? queue = null)
    {
        Faults = new Faults();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<TimeProvider>(Clock).AddSendra(options =>
        {
            options.BaseUrl = App.Node.Address;
            options.AttemptTimeout = TimeSpan.FromDays(1);
            configure(options);
        }).AddHttpMessageHandler(() => Faults);
        builder.Services.AddSendraEventQueue(queue);
        var host = builder.Build();
        _hosts.Add((IAsyncDisposable)host);
        await host.StartAsync();
        return host.Services;
    }

    /// <summary>Lets the clients' time go on until a task is done.</summary>
    /// <returns>How long that took by their clock.</returns>
    private protected async Task<TimeSpan> PassTimeAsync(Task task)
    {
        var begin = Clock.GetUtcNow();
        while (!task.IsCompleted)
        {
            await Looks.AgainAsync();
            Clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        await task;
        return Clock.GetUtcNow() - begin;
    }
}
