namespace Sendra.Infrastructure.Mail;

/// <summary>How the connection to the mail server is protected: <c>Smtp__Security</c>.</summary>
internal enum SmtpSecurity
{
    /// <summary>TLS at port 465, else STARTTLS where it is offered.</summary>
    Auto,

    /// <summary>None.</summary>
    None,

    /// <summary>STARTTLS, or no mail.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,
}
