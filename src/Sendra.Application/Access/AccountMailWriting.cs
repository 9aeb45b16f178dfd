using System.Globalization;
using Sendra.Application.Mail;
using Sendra.Domain.Workspaces;

namespace Sendra.Application.Access;

/// <summary>Writes the emails to people who sign in. Their links hold the token behind #, which browsers send to no server.</summary>
public static class AccountMailWriting
{
    /// <summary>Where a new password is set.</summary>
    /// <param name="url">Where people reach this server.</param>
    /// <param name="token">The link's token.</param>
    public static string PasswordResetUrl(string url, string token) => $"{url}/reset-password#{token}";

    public static AccountMailText PasswordReset(string url, string email, string token) => new(
        "Set a new password for Sendra",
        [$"Somebody asked for a new password for the Sendra account of {email}."],
        "Choose a new password",
        PasswordResetUrl(url, token),
        ["The link works once, for one hour. If you didn’t ask for it, ignore this email: your password stays as it is."]);

    public static AccountMailText Verification(string url, string email, string token) => new(
        "Confirm your email address for Sendra",
        [$"Somebody signed up for Sendra with {email}. If that was you, confirm that this address is yours."],
        "Confirm this address",
        $"{url}/verify-email#{token}",
        ["The link works once, for 24 hours. If you didn’t sign up, ignore this email."]);

    public static AccountMailText Invitation(string url, string workspace, MemberRole role, string invitedBy, DateTimeOffset expiresAt, string token) => new(
        $"Join {workspace} on Sendra",
        [$"{invitedBy} invites you to the workspace “{workspace}” on Sendra, as {(role == MemberRole.Owner ? "an owner" : "a member")}."],
        "See the invitation",
        $"{url}/invite#{token}",
        [$"The link works once, until {Day(expiresAt)}. It is for you alone: don’t pass it on. If you don’t know who invites you, ignore this email."]);

    public static AccountMailText PasswordChanged(string url, string email, DateTimeOffset at) => new(
        "Your Sendra password was changed",
        [$"The password of the Sendra account of {email} was changed on {Day(at)}. If that was you, there is nothing to do.", "If it wasn’t you, set a new password now. That signs everybody else out."],
        "Set a new password",
        $"{url}/forgot-password",
        []);

    public static AccountMailText SecondFactorOn(string url, string email, DateTimeOffset at) => News(
        url,
        "Two-step sign-in is on for your Sendra account",
        $"Signing in to the Sendra account of {email} asks for a code of an authenticator app since {Day(at)}. You are signed out everywhere else.");

    public static AccountMailText SecondFactorOff(string url, string email, DateTimeOffset at) => News(
        url,
        "Two-step sign-in is off for your Sendra account",
        $"Signing in to the Sendra account of {email} asks for the password alone since {Day(at)}. You are signed out everywhere else.");

    public static AccountMailText RecoveryCodesMade(string url, string email, DateTimeOffset at) => News(
        url,
        "New recovery codes for your Sendra account",
        $"New recovery codes were made for the Sendra account of {email} on {Day(at)}. The old ones don’t work any more.");

    public static AccountMailText RecoveryCodeUsed(string url, string email, DateTimeOffset at) => News(
        url,
        "A recovery code of your Sendra account was used",
        $"Somebody who knows the password of the Sendra account of {email} used a recovery code on {Day(at)}. It works no more.");

    public static AccountMailText PasskeyAdded(string url, string email, DateTimeOffset at) => News(
        url,
        "New passkey for your Sendra account",
        $"A passkey was added to the Sendra account of {email} on {Day(at)}. It signs in without the password. You are signed out everywhere else.");

    public static AccountMailText PasskeyRemoved(string url, string email, DateTimeOffset at) => News(
        url,
        "A passkey of your Sendra account was removed",
        $"A passkey of the Sendra account of {email} was removed on {Day(at)}. It signs nobody in any more. You are signed out everywhere else.");

    public static AccountMailText ProviderLinked(string url, string email, DateTimeOffset at) => News(
        url,
        "New way to sign in to your Sendra account",
        $"Since {Day(at)}, an account at another provider signs in to the Sendra account of {email}.");

    public static AccountMailText ProviderUnlinked(string url, string email, DateTimeOffset at) => News(
        url,
        "A way to sign in to your Sendra account was removed",
        $"Since {Day(at)}, an account at another provider doesn’t sign in to the Sendra account of {email} any more.");

    /// <summary>Makes a text ready to be handed over.</summary>
    /// <param name="id">The same in each try.</param>
    /// <param name="date">When it is written.</param>
    /// <param name="from">Who sends it.</param>
    /// <param name="to">Who gets it.</param>
    public static OutgoingMail Address(AccountMailText text, AccountMailId id, DateTimeOffset date, Mailbox from, string to) => new(
        $"{id.Value:N}@{from.Email[(from.Email.LastIndexOf('@') + 1)..].Trim('[', ']').Replace(':', '.')}",
        date,
        from,
        ReplyTo: null,
        to,
        text.Subject,
        text.Html,
        text.Text,

        // So that no vacation notice answers.
        [new MailHeader("Auto-Submitted", "auto-generated")]);

    private static AccountMailText News(string url, string subject, string what) => new(
        subject,
        [what, "If that was you, there is nothing to do. If it wasn’t, set a new password now: that signs everybody else out. Then look at your account."],
        "Set a new password",
        $"{url}/forgot-password",
        []);

    private static string Day(DateTimeOffset at) => at.ToUniversalTime().ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
