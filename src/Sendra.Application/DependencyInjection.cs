using System.Reflection;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Sendra.Application.Automations;
using Sendra.Application.Automations.SimulateAutomation;
using Sendra.Application.Common;
using Sendra.Application.Events.TailEventLog;
using Sendra.Application.Messages;
using Sendra.Application.Suppressions;

namespace Sendra.Application;

/// <summary>Adds the use cases to the service collection.</summary>
public static class DependencyInjection
{
    /// <summary>Adds MediatR with every handler in this assembly, and its pipeline: validation, then the handler.</summary>
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>));
        AddClosed(services, typeof(IRequestHandler<,>), ServiceLifetime.Transient);
        AddClosed(services, typeof(IValidator<>), ServiceLifetime.Singleton);
        services.AddSingleton<SimulationPlaces>();
        services.AddScoped<AutomationDescriber>();
        services.AddScoped<KnownTemplates>();
        services.AddScoped<UnsubscribePages>();
        services.AddSingleton<ExportPlaces>();
        services.AddSingleton<TailPlaces>();

        // So many pages of the past are read at once, that reading stays out of the way of what arrives.
        services.AddSingleton<BulkWork>();
        services.AddSingleton<LongWork>();
        return services;
    }

    // MediatR 5 has no registration of its own that the feed serves; a later one replaces these lines.
    private static void AddClosed(IServiceCollection services, Type openInterface, ServiceLifetime lifetime)
    {
        var implementations =
            from type in Assembly.GetExecutingAssembly().GetTypes()
            where type is { IsAbstract: false, IsGenericTypeDefinition: false }
            from closed in type.GetInterfaces()
            where closed.IsGenericType && closed.GetGenericTypeDefinition() == openInterface
            select new ServiceDescriptor(closed, type, lifetime);
        foreach (var descriptor in implementations)
        {
            services.Add(descriptor);
        }
    }
}
