using MediatR;
using Sendra.Application.Access;
using Sendra.Application.Access.CreateResetLink;
using Sendra.Application.Access.RemoveSecondFactors;
using Sendra.WebApi.Webhooks;

namespace Sendra.WebApi.Operating;

/// <summary>
/// What whoever runs the server can do at its command line, beside a running server or without one: <c>reset-password EMAIL</c> and
/// <c>remove-second-factors EMAIL</c>.
/// </summary>
internal static class OperatorCommand
{
    private const string ResetPassword = "reset-password";
    private const string RemoveSecondFactors = "remove-second-factors";

    /// <summary>True when the command line names a command rather than only settings.</summary>
    public static bool IsGiven(string[] args) => args is [ResetPassword or RemoveSecondFactors, ..];

    /// <summary>What to say when the command line names an unknown command, which would otherwise start a server; null when it doesn't.</summary>
    public static string? WrongIn(string[] args) => args is [var first, ..] && !IsGiven(args) && !IsSetting(first)
        ? $"There is no command {first}. Use {ResetPassword} EMAIL or {RemoveSecondFactors} EMAIL. Without a command, the server starts."
        : null;

    private static bool IsSetting(string argument) => argument.StartsWith('-') || argument.StartsWith('/') || argument.Contains('=', StringComparison.Ordinal);

    /// <summary>Carries it out.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string[] args, TextWriter output, TextWriter problems)
    {
        if (args is not [var command, var email])
        {
            await problems.WriteLineAsync($"Usage: Sendra.WebApi {args[0]} EMAIL");
            return 2;
        }

        await using var scope = services.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var isDone = command == RemoveSecondFactors
            ? await RemoveAsync(mediator, email, problems)
            : await ResetAsync(mediator, email, services, output, problems);
        if (!isDone)
        {
            await problems.WriteLineAsync($"No account has the email {email}.");
        }

        return isDone ? 0 : 1;
    }

    private static async Task<bool> ResetAsync(IMediator mediator, string email, IServiceProvider services, TextWriter output, TextWriter problems)
    {
        if (await mediator.Send(new CreateResetLinkCommand(email)) is not { } token)
        {
            return false;
        }

        var url = services.GetRequiredService<PublicUrl>().Configured ?? services.GetRequiredService<IConfiguration>()["URLS"]?.Split(';')[0].TrimEnd('/') ?? ListeningAddress.Default;
        await output.WriteLineAsync(AccountMailWriting.PasswordResetUrl(url, token.Reveal()));
        await problems.WriteLineAsync("Give this link to the person. It sets a new password once, within an hour.");
        return true;
    }

    private static async Task<bool> RemoveAsync(IMediator mediator, string email, TextWriter problems)
    {
        if (!await mediator.Send(new RemoveSecondFactorsCommand(email)))
        {
            return false;
        }

        await problems.WriteLineAsync("Removed. The person is signed out everywhere, and signs in by the password alone.");
        return true;
    }
}
