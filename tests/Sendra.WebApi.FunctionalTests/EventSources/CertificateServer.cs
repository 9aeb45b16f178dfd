using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Sendra.WebApi.FunctionalTests.EventSources;

/// <summary>Stands for a sender's host, by its name and over TLS, and serves the certificates that it signs with.</summary>
internal sealed class CertificateServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly X509Certificate2 _tls;
    private readonly string _host;
    private readonly ConcurrentDictionary<string, byte[]> _files = [];
    private readonly ConcurrentQueue<string> _asked = [];

    private CertificateServer(WebApplication app, X509Certificate2 tls, string host) => (_app, _tls, _host) = (app, tls, host);

    /// <summary>What it was asked for, in order.</summary>
    public IReadOnlyList<string> Asked => [.. _asked];

    /// <summary>While it is set, nothing is answered but this.</summary>
    public int? Fails { get; set; }

    public static async Task<CertificateServer> StartAsync(string host)
    {
        var tls = TestAuthority.Issue(host);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(tls));
            options.Listen(IPAddress.Loopback, 0);
        });
        var server = new CertificateServer(builder.Build(), tls, host);
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        TestConnections.Hosts[host] = server.PortOf("https");
        return server;
    }

    /// <summary>Serves a certificate.</summary>
    /// <returns>Its URL.</returns>
    public string Serve(X509Certificate2 certificate) => $"https://{_host}{Put(Encoding.UTF8.GetBytes(certificate.ExportCertificatePem()), ".pem")}";

    /// <summary>Serves an issuer's certificate, as authorities do: without TLS.</summary>
    public string ServeIssuer(X509Certificate2 certificate) => $"http://127.0.0.1:{PortOf("http")}{Put(certificate.RawData, ".cer")}";

    public async ValueTask DisposeAsync()
    {
        TestConnections.Hosts.TryRemove(_host, out _);
        await _app.DisposeAsync();
        _tls.Dispose();
    }

    private string Put(byte[] file, string end)
    {
        var path = $"/SimpleNotificationService-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}{end}";
        _files[path] = file;
        return path;
    }

    private int PortOf(string scheme) => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses
        .Select(address => new Uri(address)).Single(address => address.Scheme == scheme).Port;

    private async Task AnswerAsync(HttpContext http)
    {
        _asked.Enqueue(http.Request.Path);
        http.Response.StatusCode = Fails ?? (_files.ContainsKey(http.Request.Path!) ? 200 : 404);
        if (http.Response.StatusCode == 200)
        {
            await http.Response.Body.WriteAsync(_files[http.Request.Path!]);
        }
    }
}
