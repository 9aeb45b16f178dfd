using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sendra.Benchmarks.Outbox;

/// <summary>A server that takes what it gets and answers at once, with as little work as can be.</summary>
internal abstract class Sink : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Any, 0);
    private long _taken;

    protected Sink()
    {
        _listener.Start(backlog: 4_096);
        _ = Task.Run(AcceptAsync);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How much it has taken so far.</summary>
    public long Taken => Interlocked.Read(ref _taken);

    public void Dispose() => _listener.Dispose();

    protected void Take() => Interlocked.Increment(ref _taken);

    /// <summary>Serves a connection until it is closed.</summary>
    protected abstract Task ServeAsync(StreamReader reader, Func<string, Task> sayAsync);

    private async Task AcceptAsync()
    {
        while (true)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync();
                client.NoDelay = true;
                _ = Task.Run(() => ServeAsync(client));
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.Latin1, detectEncodingFromByteOrderMarks: false, bufferSize: 8_192);
                await ServeAsync(reader, async text => await stream.WriteAsync(Encoding.Latin1.GetBytes(text)));
            }
            catch (IOException)
            {
                // The other side has gone.
            }
        }
    }
}
