using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Sendra.Infrastructure.Mail;

/// <summary>The node's connections to the mail server: so many at most, used again, and closed when they have been idle.</summary>
internal sealed class SmtpPool : IAsyncDisposable
{
    // Servers close what is idle, usually after some minutes.
    private static readonly TimeSpan LongestIdle = TimeSpan.FromSeconds(30);

    private readonly SmtpSettings _settings;
    private readonly TimeProvider _clock;
    private readonly SemaphoreSlim _places;
    private readonly Lock _lock = new();
    private readonly Stack<SmtpConnection> _idle = [];
    private readonly ITimer _sweeping;

    public SmtpPool(SmtpSettings settings, TimeProvider clock)
    {
        (_settings, _clock) = (settings, clock);
        _places = new SemaphoreSlim(settings.Connections);
        _sweeping = clock.CreateTimer(_ => _ = SweepAsync(LongestIdle), null, LongestIdle, LongestIdle);
    }

    /// <summary>Waits until a connection may be used.</summary>
    /// <returns>False when that took too long.</returns>
    public Task<bool> EnterAsync(TimeSpan wait, CancellationToken cancellationToken) => _places.WaitAsync(wait, cancellationToken);

    /// <summary>Lets the next one in.</summary>
    public void Leave() => _places.Release();

    /// <summary>A connection that was used before; null when there is none.</summary>
    public SmtpConnection? TakeIdle()
    {
        lock (_lock)
        {
            while (_idle.TryPop(out var connection))
            {
                if (connection.IsConnected && _clock.GetElapsedTime(connection.GivenBack!.Value) < LongestIdle)
                {
                    return connection;
                }

                connection.Dispose();
            }

            return null;
        }
    }

    /// <summary>A new connection, signed in.</summary>
    public async Task<SmtpConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SmtpConnection
        {
            Timeout = (int)_settings.Timeout.TotalMilliseconds,
            CheckCertificateRevocation = false,
            ServerCertificateValidationCallback = IsTrusted,
        };
        try
        {
            await connection.ConnectAsync(_settings.Host, _settings.Port, _settings.Options, cancellationToken);
            if (_settings.User is { } user)
            {
                if (!connection.IsSecure && _settings.Security != SmtpSecurity.None)
                {
                    throw new NotSupportedException("The server offers no TLS, and the password isn't sent without. Smtp__Security=none allows it.");
                }

                await connection.AuthenticateAsync(user, _settings.Password!, cancellationToken);
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Takes a connection back, or closes it when it can't be used again.</summary>
    public void GiveBack(SmtpConnection connection)
    {
        if (!connection.IsConnected)
        {
            connection.Dispose();
            return;
        }

        connection.GivenBack = _clock.GetTimestamp();
        lock (_lock)
        {
            _idle.Push(connection);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _sweeping.DisposeAsync();
        await SweepAsync(TimeSpan.Zero);
        _places.Dispose();
    }

    private async Task SweepAsync(TimeSpan idle)
    {
        SmtpConnection[] old;
        lock (_lock)
        {
            var all = _idle.ToLookup(connection => _clock.GetElapsedTime(connection.GivenBack!.Value) >= idle);
            old = [.. all[true]];
            _idle.Clear();
            foreach (var connection in all[false].Reverse())
            {
                _idle.Push(connection);
            }
        }

        foreach (var connection in old)
        {
            try
            {
                using var time = new CancellationTokenSource(_settings.Timeout);
                await connection.DisconnectAsync(quit: true, time.Token);
            }
            catch (Exception)
            {
                // It was to be closed anyway.
            }

            connection.Dispose();
        }
    }

    private bool IsTrusted(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None || _settings.Trusted is null || certificate is null)
        {
            return errors == SslPolicyErrors.None;
        }

        // The name must be right, whoever vouches for it.
        using var own = new X509Chain();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.CustomTrustStore.Add(_settings.Trusted);
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return errors == SslPolicyErrors.RemoteCertificateChainErrors && own.Build(X509CertificateLoader.LoadCertificate(certificate.GetRawCertData()));
    }
}
