using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Sendra.WebApi.FunctionalTests.Common;

/// <summary>Stands between Sendra and its database server, which it can make unreachable and reachable again.</summary>
public sealed class TcpProxy : IAsyncDisposable
{
    private readonly string _connectionString;
    private readonly EndPoint _server;
    private readonly ConcurrentDictionary<Socket, bool> _open = new();
    private TcpListener _listener = new(IPAddress.Loopback, 0);
    private Task _accepting;
    private volatile bool _breaksAtCommit;

    /// <summary>Lets connections through at once.</summary>
    /// <param name="connectionString">Where the PostgreSQL server is.</param>
    public TcpProxy(string connectionString)
    {
        _connectionString = connectionString;
        _server = ServerOf(connectionString);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync(_listener);
    }

    /// <summary>The way through this proxy.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder(_connectionString) { Host = "127.0.0.1", Port = Port }.ToString();

    /// <summary>How long everything takes that is sent to the server, as when it is far away or busy.</summary>
    public TimeSpan Latency { get; set; }

    private int Port { get; }

    /// <summary>As when the server is stopped: open connections break, new ones are refused.</summary>
    public async Task StopAsync()
    {
        _listener.Stop();
        await _accepting;
        foreach (var socket in _open.Keys)
        {
            socket.Dispose();
        }

        _open.Clear();
    }

    public void Start()
    {
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Start();
        _accepting = AcceptAsync(_listener);
    }

    /// <summary>The next commit reaches the server, but not its answer the client: the connection breaks.</summary>
    public void BreakAtCommit() => _breaksAtCommit = true;

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _listener.Dispose();
    }

    private static EndPoint ServerOf(string connectionString)
    {
        var server = new NpgsqlConnectionStringBuilder(connectionString);
        return server.Host!.StartsWith('/')
            ? new UnixDomainSocketEndPoint($"{server.Host}/.s.PGSQL.{server.Port}")
            : new DnsEndPoint(server.Host, server.Port, AddressFamily.InterNetwork);
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptSocketAsync();
                var server = new Socket(_server.AddressFamily, SocketType.Stream, _server.AddressFamily == AddressFamily.Unix ? ProtocolType.Unspecified : ProtocolType.Tcp);
                await server.ConnectAsync(_server);
                _open[client] = _open[server] = true;
                _ = CopyAsync(client, server, isClient: true);
                _ = CopyAsync(server, client, isClient: false);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Stopped.
        }
    }

    private async Task CopyAsync(Socket from, Socket to, bool isClient)
    {
        try
        {
            var buffer = new byte[16 * 1024];
            for (int read; (read = await from.ReceiveAsync(buffer)) > 0;)
            {
                if (isClient && Latency > TimeSpan.Zero)
                {
                    await Task.Delay(Latency);
                }

                await to.SendAsync(buffer.AsMemory(0, read));
                if (isClient && _breaksAtCommit && buffer.AsSpan(0, read).IndexOf("COMMIT\0"u8) >= 0)
                {
                    _breaksAtCommit = false;
                    from.Dispose();
                    break;
                }
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // One side is gone; the other notices by itself.
        }
    }
}
