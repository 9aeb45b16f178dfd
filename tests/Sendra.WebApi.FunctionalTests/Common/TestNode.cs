using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Sendra.Application.Mail;
using Sendra.Infrastructure.Calls;
using Sendra.Infrastructure.Clocks;
using Sendra.WebApi.FunctionalTests.Common.Databases;
using Sendra.WebApi.FunctionalTests.Mail;

namespace Sendra.WebApi.FunctionalTests.Common;

/// <summary>One running Sendra: the real program on real Kestrel at a free port.</summary>
public sealed class TestNode : WebApplicationFactory<Program>
{
    private readonly TestDatabase _database;
    private readonly TestClock _clock;
    private readonly TimeProvider _system;
    private readonly IReadOnlyDictionary<string, string> _settings;

    /// <param name="database">The database.</param>
    /// <param name="clock">The right time, which the database has.</param>
    /// <param name="settings">Settings beside the usual ones.</param>
    /// <param name="system">The machine's own clock, when it is another one.</param>
    public TestNode(TestDatabase database, TestClock clock, IReadOnlyDictionary<string, string>? settings = null, TimeProvider? system = null)
    {
        _system = system ?? clock;
        _database = database;
        _clock = clock;
        _settings = settings ?? new Dictionary<string, string>();
        UseKestrel(0);
        StartServer();
        Address = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public Uri Address { get; }

    /// <summary>A client without a session.</summary>
    public TestClient Anonymous() => new(Address);

    /// <summary>A client that goes on with the session of another one, perhaps of another node.</summary>
    public TestClient As(TestClient client) => new(Address) { Cookie = client.Cookie, ApiKey = client.ApiKey, UserId = client.UserId, WorkspaceId = client.WorkspaceId, Email = client.Email };

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environments.Production);
        builder.UseSetting("Database:Provider", _database.Provider);
        builder.UseSetting("ConnectionStrings:Sendra", _database.ConnectionString);
        builder.UseSetting("Logging:LogLevel:Default", "Warning");

        // All tests come from one address, sign up a lot and are often wrong.
        builder.UseSetting("RateLimits:AddressSignInsPerMinute", "0");
        builder.UseSetting("RateLimits:AddressWrongPasswords", "0");
        builder.UseSetting("RateLimits:AddressEmailsPerHour", "0");

        // Receivers of tests are on this machine; one that hangs shall not hold up the test for long.
        builder.UseSetting("OutgoingCalls:AllowedNetworks", "127.0.0.1");
        builder.UseSetting("OutgoingCalls:TimeoutSeconds", "2");
        builder.UseSetting("OutgoingCalls:TrustedCertificates", TestAuthority.PemFile);
        foreach (var (key, value) in _database.Settings.Concat(_settings))
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.AddKeyedSingleton(NodeClock.Machine, _system);
            services.AddSingleton<IDatabaseTime>(new TestDatabaseTime(_clock));
            services.AddSingleton<GuardedConnections, TestConnections>();
            services.AddSingleton<MailSwitch>().AddSingleton<IMailTransport>(provider => provider.GetRequiredService<MailSwitch>());
            services.AddControllers().AddApplicationPart(typeof(TestNode).Assembly);

            // The real count makes each sign-in of a test take a tenth of a second.
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1000);
        });
    }
}
