using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Sendra.Application.Common;

namespace Sendra.WebApi.Webhooks;

/// <summary>The setting <c>PublicUrl</c>, or else where this server listens, which is enough to try things out on one machine.</summary>
internal sealed class PublicAddress(PublicUrl configured, IServer server) : IPublicAddress
{
    private static readonly string[] Everywhere = ["0.0.0.0", "[::]", "+", "*"];

    public string Url => configured.Configured ?? Listening();

    private string Listening()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost";
        var host = Array.Find(Everywhere, host => address.Contains($"//{host}", StringComparison.Ordinal));
        return (host is null ? address : address.Replace($"//{host}", "//localhost", StringComparison.Ordinal)).TrimEnd('/');
    }
}
