using System.Net;
using System.Net.Sockets;

namespace Sendra.Tests;

/// <summary>Ports for servers that are told theirs before they start.</summary>
internal static class FreePort
{
    // Below those that the system gives to whoever asks for any: one of these may be somebody else's by the time a server takes it.
    private const int First = 10_000;
    private const int End = 30_000;

    public static int Find()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, End);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken.
            }
        }
    }
}
