import './style/tokens.css';
import './style/site.css';
import './style/parts.css';
import './style/themes.css';
import './style/school.css';
