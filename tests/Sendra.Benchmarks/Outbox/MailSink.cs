namespace Sendra.Benchmarks.Outbox;

/// <summary>A mail server that takes every mail at once and keeps none.</summary>
internal sealed class MailSink : Sink
{
    protected override async Task ServeAsync(StreamReader reader, Func<string, Task> sayAsync)
    {
        await sayAsync("220 localhost ESMTP\r\n");
        while (await reader.ReadLineAsync() is { } line)
        {
            switch (line.Split(' ')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await sayAsync("250-localhost\r\n250-PIPELINING\r\n250 8BITMIME\r\n");
                    break;
                case "DATA":
                    await sayAsync("354 go on\r\n");
                    while (await reader.ReadLineAsync() is not (null or "."))
                    {
                    }

                    Take();
                    await sayAsync("250 taken\r\n");
                    break;
                case "QUIT":
                    await sayAsync("221 bye\r\n");
                    return;
                default:
                    await sayAsync("250 ok\r\n");
                    break;
            }
        }
    }
}
