using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MailKit.Security;
using Microsoft.Extensions.Configuration;

namespace Sendra.Infrastructure.Mail;

/// <summary>The mail server, from <c>Smtp__…</c>.</summary>
/// <param name="Host">Its name.</param>
/// <param name="Port">Its port.</param>
/// <param name="Security">How the connection is protected.</param>
/// <param name="User">Who signs in; null when nobody does.</param>
/// <param name="Password">The password; never shown.</param>
/// <param name="Connections">How many connections a node opens at most.</param>
/// <param name="Timeout">How long the server may take to answer.</param>
/// <param name="Provider">Whose server it is.</param>
/// <param name="Trusted">A certificate that is trusted beside those that the machine trusts; null for none.</param>
internal sealed record SmtpSettings(
    string Host, int Port, SmtpSecurity Security, string? User, string? Password, int Connections, TimeSpan Timeout, MailProvider Provider, X509Certificate2? Trusted)
{
    private const string HostKey = "Smtp:Host";
    private const string PortKey = "Smtp:Port";
    private const string SecurityKey = "Smtp:Security";
    private const string UserKey = "Smtp:User";
    private const string PasswordKey = "Smtp:Password";
    private const string ConnectionsKey = "Smtp:Connections";
    private const string TimeoutKey = "Smtp:TimeoutSeconds";
    private const string ProviderKey = "Smtp:Provider";
    private const string TrustedKey = "Smtp:TrustedCertificate";

    private const int DefaultPort = 587;
    private const int TlsPort = 465;
    private const int DefaultConnections = 8;
    private const int MaxConnections = 100;

    // A claim lasts a minute, and the record needs some of it.
    private const int MaxTimeoutSeconds = 30;

    /// <summary>How MailKit calls the protection.</summary>
    public SecureSocketOptions Options => Security switch
    {
        SmtpSecurity.Auto => Port == TlsPort ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTlsWhenAvailable,
        SmtpSecurity.None => SecureSocketOptions.None,
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
    };

    /// <returns>Null when there is no mail server.</returns>
    /// <exception cref="InvalidOperationException">A setting makes no sense; the message says what to change.</exception>
    public static SmtpSettings? From(IConfiguration configuration)
    {
        if (configuration[HostKey]?.Trim() is not { Length: > 0 } host)
        {
            var stray = Array.Find([PortKey, SecurityKey, UserKey, PasswordKey, ConnectionsKey, TimeoutKey, ProviderKey, TrustedKey], key => configuration[key] is { Length: > 0 });
            return stray is null ? null : throw new InvalidOperationException($"{NameOf(stray)} is set, but {NameOf(HostKey)} isn't: set it, or remove all Smtp__ settings.");
        }

        if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            throw new InvalidOperationException($"{NameOf(HostKey)} is '{host}'; it must be a host name or an IP address. The port goes into {NameOf(PortKey)}.");
        }

        var (user, password) = (TextOf(configuration[UserKey]), TextOf(configuration[PasswordKey]));
        if (user is null != password is null)
        {
            throw new InvalidOperationException($"{NameOf(UserKey)} and {NameOf(PasswordKey)} belong together: set both, or neither.");
        }

        return new SmtpSettings(
            host,
            NumberOf(configuration, PortKey, DefaultPort, ushort.MaxValue),
            SecurityOf(configuration[SecurityKey]),
            user,
            password,
            NumberOf(configuration, ConnectionsKey, DefaultConnections, MaxConnections),
            TimeSpan.FromSeconds(NumberOf(configuration, TimeoutKey, MaxTimeoutSeconds, MaxTimeoutSeconds)),
            ProviderOf(configuration[ProviderKey], host),
            TextOf(configuration[TrustedKey]) is { } path ? CertificateIn(path) : null);
    }

    // A record would show the password.
    public override string ToString() => $"{Host}:{Port}";

    private static string? TextOf(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static int NumberOf(IConfiguration configuration, string key, int otherwise, int most) =>
        TextOf(configuration[key]) is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number
        : throw new InvalidOperationException($"{NameOf(key)} is '{text}'; it must be a whole number from 1 to {most}.");

    private static SmtpSecurity SecurityOf(string? text) =>
        string.IsNullOrEmpty(text) ? SmtpSecurity.Auto
        : !char.IsAsciiDigit(text[0]) && Enum.TryParse<SmtpSecurity>(text, ignoreCase: true, out var security) ? security
        : throw new InvalidOperationException($"{NameOf(SecurityKey)} is '{text}'; it must be auto, none, startTls or tls.");

    private static MailProvider ProviderOf(string? text, string host) =>
        string.IsNullOrEmpty(text) ? MailProviders.Of(host)
        : !char.IsAsciiDigit(text[0]) && Enum.TryParse<MailProvider>(text, ignoreCase: true, out var provider) && Enum.IsDefined(provider) ? provider
        : throw new InvalidOperationException($"{NameOf(ProviderKey)} is '{text}'; it must be amazonSes, postmark, mailgun, sendGrid, resend, brevo or none.");

    private static X509Certificate2 CertificateIn(string path)
    {
        try
        {
            return X509CertificateLoader.LoadCertificateFromFile(path);
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"{NameOf(TrustedKey)} is '{path}', where no certificate can be read (PEM or DER): {exception.Message}");
        }
    }

    private static string NameOf(string key) => key.Replace(":", "__", StringComparison.Ordinal);
}
