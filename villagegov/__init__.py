"""villagegov: records the elections, supervision and disclosures of village and residents' committees."""

from typing import Any

from flask import Flask, redirect, url_for
from flask.typing import ResponseReturnValue
from werkzeug.middleware.proxy_fix import ProxyFix

from villagegov.accounts import commands as account_commands
from villagegov.accounts.views import blueprint as accounts_blueprint
from villagegov.audit import commands as audit_commands
from villagegov.audit.views import blueprint as audit_blueprint
from villagegov.backups import commands as backup_commands
from villagegov.backups.views import blueprint as backups_blueprint
from villagegov.bodies.views import blueprint as bodies_blueprint
from villagegov.consultation.views import blueprint as consultation_blueprint
from villagegov.demo import commands as demo_commands
from villagegov.desk import commands as desk_commands
from villagegov.desk.views import blueprint as desk_blueprint
from villagegov.disclosure.views import blueprint as disclosure_blueprint
from villagegov.divisions import commands as division_commands
from villagegov.divisions.views import blueprint as divisions_blueprint
from villagegov.elections.views import blueprint as elections_blueprint
from villagegov.extensions import babel, csrf, db, login_manager, prepare_engine
from villagegov.law.views import machines as law_service
from villagegov.law.views import pages as law_blueprint
from villagegov.notices import commands as notice_commands
from villagegov.notices.views import blueprint as notices_blueprint
from villagegov.reminders.views import blueprint as reminders_blueprint
from villagegov.turnout.views import blueprint as turnout_blueprint
from villagegov.web import commands as web_commands
from villagegov.web import errors, headers, jinja, logs, sessions
from villagegov.web.addresses import KeyConverter
from villagegov.web.guards import check_guards
from villagegov.web.incoming import IncomingRequest
from villagegov.web.reader import language
from villagegov.web.views import blueprint as web_blueprint

BLUEPRINTS = (
    web_blueprint,
    desk_blueprint,
    divisions_blueprint,
    accounts_blueprint,
    audit_blueprint,
    elections_blueprint,
    turnout_blueprint,
    reminders_blueprint,
    backups_blueprint,
    bodies_blueprint,
    consultation_blueprint,
    disclosure_blueprint,
    notices_blueprint,
    law_blueprint,
    law_service,
)
COMMANDS = (
    division_commands.divisions,
    account_commands.accounts,
    audit_commands.audit,
    backup_commands.key_group,
    notice_commands.notices,
)
#: These bring the schema up themselves.
FIRST_COMMANDS = (web_commands.db, demo_commands.demo)


def create_app(settings: dict[str, Any]) -> Flask:
    """The application with these settings. Refuses to start while a route has no guard."""
    app = Flask(__name__, template_folder="../templates")
    app.request_class = IncomingRequest
    app.config.update({"SECOND_FACTOR": "required", **settings})
    _bind_extensions(app)
    app.url_map.converters["int"] = KeyConverter
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    for group in COMMANDS:
        group.callback = web_commands.stop_unless_current
    for group in (*COMMANDS, *FIRST_COMMANDS):
        app.cli.add_command(group)
    app.cli.add_command(desk_commands.tick)
    app.cli.add_command(backup_commands.backup)
    app.cli.add_command(backup_commands.restore)
    logs.prepare(app)
    jinja.prepare(app)
    sessions.prepare(app)
    headers.prepare(app)
    errors.prepare(app)
    check_guards(app)
    _believe_proxies(app)
    return app


def _believe_proxies(app: Flask) -> None:
    """Take a reader's address, scheme and host from as many proxies as the settings name; from none by default."""
    count = app.config["PROXIES"]
    if count:
        fixed = ProxyFix(app.wsgi_app, x_for=count, x_proto=count, x_host=count)
        app.wsgi_app = fixed  # type: ignore[method-assign] # Flask's own way to wrap


def _bind_extensions(app: Flask) -> None:
    db.init_app(app)
    with app.app_context():
        prepare_engine(db.engine)
    csrf.init_app(app)
    babel.init_app(app, locale_selector=lambda: "en" if language() == "en" else "zh_Hans_CN")
    login_manager.init_app(app)
    login_manager.user_loader(sessions.account_of)
    login_manager.unauthorized_handler(_to_sign_in)


def _to_sign_in() -> ResponseReturnValue:
    return redirect(url_for("accounts.sign_in"))
