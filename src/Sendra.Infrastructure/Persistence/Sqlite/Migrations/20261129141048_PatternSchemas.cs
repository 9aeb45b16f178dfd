using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sendra.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PatternSchemas : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "enforcement",
                table: "event_patterns",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "properties",
                table: "event_patterns",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.CreateIndex(
                name: "ix_event_patterns_enforced",
                table: "event_patterns",
                columns: new[] { "workspace_id", "enforcement" },
                filter: "enforcement > 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_event_patterns_enforced",
                table: "event_patterns");

            migrationBuilder.DropColumn(
                name: "enforcement",
                table: "event_patterns");

            migrationBuilder.DropColumn(
                name: "properties",
                table: "event_patterns");
        }
    }
}
