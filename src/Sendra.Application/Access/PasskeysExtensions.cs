using Sendra.Application.Common;
using Sendra.Domain.Common;

namespace Sendra.Application.Access;

/// <summary>The one way to use a passkey.</summary>
internal static class PasskeysExtensions
{
    /// <summary>Whose the passkey is. Its challenge is used up.</summary>
    /// <exception cref="InvalidPasskeyException">The answer is wrong, too late, or was used before.</exception>
    public static async Task<Account> UseUpAsync(this IPasskeys passkeys, PasskeyAnswer answer, IUnitOfWork unitOfWork, CancellationToken cancellationToken)
    {
        var account = await passkeys.UseAsync(answer, cancellationToken) ?? throw new InvalidPasskeyException();
        try
        {
            await unitOfWork.SaveChangesAsync(cancellationToken);
        }
        catch (ConflictException)
        {
            // Someone else was first with the same answer, or removed the passkey.
            throw new InvalidPasskeyException();
        }

        return account;
    }
}
