using MediatR;
using Sendra.Application.Access;
using Sendra.Application.Access.CreateResetLink;
using Sendra.WebApi.Webhooks;

namespace Sendra.WebApi.Operating;

/// <summary>What whoever runs the server can do at its command line, beside a running server or without one: <c>reset-password EMAIL</c>.</summary>
internal static class OperatorCommand
{
    private const string ResetPassword = "reset-password";
    private const string DefaultUrl = "http://localhost:5080";

    /// <summary>True when the command line names a command rather than only settings.</summary>
    public static bool IsGiven(string[] args) => args is [ResetPassword, ..];

    /// <summary>Carries it out.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string[] args, TextWriter output, TextWriter problems)
    {
        if (args is not [_, var email])
        {
            await problems.WriteLineAsync($"Usage: Sendra.WebApi {ResetPassword} EMAIL");
            return 2;
        }

        await using var scope = services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new CreateResetLinkCommand(email)) is not { } token)
        {
            await problems.WriteLineAsync($"No account has the email {email}.");
            return 1;
        }

        var url = services.GetRequiredService<PublicUrl>().Configured ?? services.GetRequiredService<IConfiguration>()["URLS"]?.Split(';')[0].TrimEnd('/') ?? DefaultUrl;
        await output.WriteLineAsync(AccountMailWriting.PasswordResetUrl(url, token.Reveal()));
        await problems.WriteLineAsync("Give this link to the person. It sets a new password once, within an hour.");
        return 0;
    }
}
