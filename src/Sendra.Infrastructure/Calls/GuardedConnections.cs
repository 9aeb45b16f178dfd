using System.Net;
using System.Net.Sockets;
using Sendra.Domain.Common;

namespace Sendra.Infrastructure.Calls;

/// <summary>
/// Opens the connections of outgoing calls. A name is looked up once for a connection, every address that it has is checked, and one of
/// these is connected to: no later answer of a name server counts (M8).
/// </summary>
internal class GuardedConnections(OutgoingNetworks networks, NameResolver resolver)
{
    public virtual async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await AddressesOfAsync(host, cancellationToken);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>The addresses of a host, which may all be called.</summary>
    /// <exception cref="AddressRefusedException">One of them must not be called.</exception>
    /// <exception cref="SocketException">It has none.</exception>
    public async Task<IPAddress[]> AddressesOfAsync(string host, CancellationToken cancellationToken)
    {
        IPAddress[] addresses = IPAddress.TryParse(host.TrimEnd('.').Trim('[', ']'), out var literal)
            ? [literal]
            : await resolver.ResolveAsync(host, cancellationToken);
        if (addresses.Length == 0)
        {
            throw new SocketException((int)SocketError.HostNotFound);
        }

        return Array.TrueForAll(addresses, networks.Allows) ? addresses : throw new AddressRefusedException(host);
    }
}
