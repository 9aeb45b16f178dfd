using System.Net.Sockets;
using System.Text.RegularExpressions;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Sendra.Application.Mail;
using Sendra.Domain.Common;

namespace Sendra.Infrastructure.Mail;

/// <summary>Hands mails to the mail server.</summary>
internal sealed partial class SmtpTransport(SmtpSettings settings, SmtpPool pool, MailComposer composer, TransportCircuit circuit, TimeProvider clock) : IMailTransport
{
    private const int MaxResponseLength = 200;

    // Together with a try, less than a claim lasts.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan WhenBusy = TimeSpan.FromSeconds(5);

    public bool Delivers => true;

    // A workspace alone gets three of four places: so that is one for each connection, and what it claims is handed over at once.
    public int AtOnce => ((4 * settings.Connections) + 2) / 3;

    public async Task<MailAnswer> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var message = composer.Compose(mail);
        if (!await pool.EnterAsync(LongestWait, cancellationToken))
        {
            return new MailAnswer.NotTried("All connections to the mail server are busy.", clock.GetUtcNow() + WhenBusy);
        }

        try
        {
            return await EnteredAsync(message, cancellationToken);
        }
        finally
        {
            pool.Leave();
        }
    }

    private async Task<MailAnswer> EnteredAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        if (circuit.Enter() is { } until)
        {
            return new MailAnswer.NotTried(circuit.Problem ?? "The mail server can't be reached.", until);
        }

        // One limit for all of it: a server that answers each line a little later holds up no claim.
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(settings.Timeout);
        while (pool.TakeIdle() is { } used)
        {
            if (await TryAsync(used, message, time.Token) is { } answer)
            {
                circuit.Reached();
                return answer;
            }
        }

        SmtpConnection fresh;
        try
        {
            fresh = await pool.OpenAsync(time.Token);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            circuit.Abandoned();
            throw;
        }
        catch (Exception exception) when (ConnectionProblemOf(exception) is { } problem)
        {
            return new MailAnswer.NotTried(problem, circuit.Failed(problem));
        }
        catch
        {
            circuit.Abandoned();
            throw;
        }

        circuit.Reached();
        return await TryAsync(fresh, message, time.Token) ?? new MailAnswer.TryAgain("The mail server closed the connection.");
    }

    /// <returns>Null when the connection was gone before the mail began.</returns>
    private async Task<MailAnswer?> TryAsync(SmtpConnection connection, MimeMessage message, CancellationToken cancellationToken)
    {
        try
        {
            var response = await connection.HandOverAsync(message, cancellationToken);
            pool.GiveBack(connection);
            return new MailAnswer.Sent(OneLine(response));
        }
        catch (SmtpCommandException exception)
        {
            // Closing is no answer to this mail: the server had enough of the connection.
            var isGone = exception.StatusCode == SmtpStatusCode.ServiceNotAvailable && !connection.HasBegun;
            if (isGone)
            {
                connection.Dispose();
                return null;
            }

            pool.GiveBack(connection);
            return AnswerOf(exception);
        }
        catch (NotSupportedException exception)
        {
            pool.GiveBack(connection);
            return new MailAnswer.Refused($"The mail server can't take this email: {OneLine(exception.Message)}", IsBounce: false);
        }
        catch (Exception exception) when (exception is IOException or SocketException or MailKit.ProtocolException or MailKit.ServiceNotConnectedException or OperationCanceledException or TimeoutException)
        {
            var (hasBegun, isLate) = (connection.HasBegun, exception is OperationCanceledException or TimeoutException);
            connection.Dispose();
            var problem = isLate ? $"The mail server didn't answer within {settings.Timeout.TotalSeconds:0.#} s" : "The mail server closed the connection before it answered";
            return hasBegun ? new MailAnswer.TryAgain($"{problem}; it may have taken the email.")
                : isLate ? new MailAnswer.TryAgain($"{problem}.")
                : null;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static MailAnswer AnswerOf(SmtpCommandException exception)
    {
        var code = (int)exception.StatusCode;
        var said = OneLine(exception.Message);
        var problem = $"The mail server answered {code}: {said}";
        return code is >= 400 and < 500 ? new MailAnswer.TryAgain(problem)
            : new MailAnswer.Refused(problem, IsBounce: exception.ErrorCode == SmtpErrorCode.RecipientNotAccepted && BadAddress().IsMatch(said));
    }

    private string? ConnectionProblemOf(Exception exception) => exception switch
    {
        OperationCanceledException or TimeoutException => $"{settings} didn't answer within {settings.Timeout.TotalSeconds:0.#} s.",
        SslHandshakeException => $"The TLS connection to {settings} failed; is its certificate valid?",
        AuthenticationException or SaslException => $"{settings} refused the sign-in of {settings.User}.",
        NotSupportedException => $"{settings}: {OneLine(exception.Message)}",
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } => $"The host name {settings.Host} can't be resolved.",
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => $"{settings} refused the connection.",
        SocketException => $"{settings} can't be reached.",
        SmtpCommandException command => $"{settings} answered {(int)command.StatusCode}: {OneLine(command.Message)}",
        IOException or MailKit.ProtocolException => $"{settings} closed the connection.",
        _ => null,
    };

    private static string OneLine(string text) =>
        Text.Truncate(string.Concat(text.Trim().Select(each => char.IsControl(each) ? ' ' : each)), MaxResponseLength);

    [GeneratedRegex(@"(?<![\d.])5\.1\.\d{1,3}(?![\d.])")]
    private static partial Regex BadAddress();
}
