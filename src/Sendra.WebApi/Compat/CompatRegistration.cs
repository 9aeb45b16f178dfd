using Sendra.WebApi.Compat.Common;
using Sendra.WebApi.Compat.Customerio;
using Sendra.WebApi.Compat.Loops;
using Sendra.WebApi.Compat.Plunk;
using Sendra.WebApi.Compat.Resend;
using Sendra.WebApi.Compat.Segment;
using Sendra.WebApi.Errors;

namespace Sendra.WebApi.Compat;

/// <summary>The APIs that other products' clients call.</summary>
internal static class CompatRegistration
{
    public static IServiceCollection AddCompatibleApis(this IServiceCollection services) => services
        .AddSingleton<IStartupFilter, SlashFilter>()
        .AddSingleton<IErrorForm, ResendErrors>()
        .AddSingleton<IErrorForm, LoopsErrors>()
        .AddSingleton<IErrorForm, CustomerioErrors>()
        .AddSingleton<IErrorForm, PlunkErrors>()
        .AddSingleton<IErrorForm, SegmentErrors>();
}
