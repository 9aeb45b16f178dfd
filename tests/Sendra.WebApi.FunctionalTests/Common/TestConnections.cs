using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Sendra.Domain.Common;
using Sendra.Infrastructure.Calls;

namespace Sendra.WebApi.FunctionalTests.Common;

/// <summary>The guarded connections, with servers of this machine in the place of some of the world's.</summary>
internal sealed class TestConnections(OutgoingNetworks networks, NameResolver resolver) : GuardedConnections(networks, resolver)
{
    /// <summary>Ports of this machine, by the name of the host that a server there stands for.</summary>
    public static ConcurrentDictionary<string, int> Hosts { get; } = [];

    public override async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        if (!Hosts.TryGetValue(context.DnsEndPoint.Host, out var port))
        {
            return await base.ConnectAsync(context, cancellationToken);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
